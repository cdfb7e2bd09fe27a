using System.Text;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// Keeps Word and LibreOffice from breaking a line anywhere but at a space, as our own line breaker does:
/// 21-KL/TW, 2019-2022 and 12–13 stay whole.
/// </summary>
/// <remarks>
/// Measured with LibreOffice 7.4: of all the signs found inside words it breaks after - – — … ? ! | \ and before
/// —, and between a letter and %; never at a slash. Word breaks after hyphens and dashes.
/// </remarks>
internal static class Unbreakable
{
    private const string BreaksAfter = "–—…?!|\\";

    /// <summary>Word joiner: no width, no break on either side (UAX 14, LB11).</summary>
    public const char Joiner = '\u2060';

    /// <summary>Cuts a text at the hyphens that must not end a line.</summary>
    /// <returns>Pieces of text; null stands for a no-break hyphen.</returns>
    public static IEnumerable<string?> Pieces(string text)
    {
        var piece = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var glued = i + 1 < text.Length && text[i + 1] != ' ';
            if (text[i] == '-' && glued && char.IsLetterOrDigit(text[i + 1]))
            {
                if (piece.Length > 0)
                    yield return piece.ToString();
                piece.Clear();
                yield return null;
                continue;
            }

            piece.Append(text[i]);
            if (glued && BreaksBetween(text[i], text[i + 1]))
                piece.Append(Joiner);
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool BreaksBetween(char left, char right) => left != ' '
        && (BreaksAfter.Contains(left) || right == '—' || (right == '%' && char.IsLetter(left)));
}
