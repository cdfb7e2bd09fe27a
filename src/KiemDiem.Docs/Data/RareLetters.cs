using System.Globalization;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Data;

/// <summary>
/// Counts the different letters of a record that Unicode writes as a letter and marks. Each becomes a glyph of its own
/// in a PDF's font, which holds 65,535; a record of people's names has a handful.
/// </summary>
internal sealed class RareLetters
{
    private readonly HashSet<string> letters = new(StringComparer.Ordinal);

    /// <returns>Whether the record has no more of them than a font may hold.</returns>
    public bool Add(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (!IsMark(text[i]))
                continue;
            var start = char.IsLowSurrogate(text[i - 1]) ? i - 2 : i - 1;
            while (i + 1 < text.Length && IsMark(text[i + 1]))
                i++;
            letters.Add(text[Math.Max(start, 0)..(i + 1)]);
        }

        return letters.Count <= Limits.RareLetters;
    }

    private static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
