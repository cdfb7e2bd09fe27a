namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>What stands between two pieces of a word.</summary>
internal enum Seam
{
    /// <summary>Nothing: the word ends.</summary>
    None,

    /// <summary>Nothing: one of the pieces is a no-break hyphen.</summary>
    Hyphen,

    /// <summary>A word joiner.</summary>
    Joiner,

    /// <summary>A line may break here.</summary>
    Break,
}

/// <summary>
/// The places inside a word where Word or LibreOffice would break a line and we do not, as lines break at spaces only:
/// 21-KL/TW, 2019-2022 and 12–13 stay whole. The Word file forbids the break there; the layout measures from there.
/// An address or another sign that is too long to stay whole is left to break at these places.
/// </summary>
/// <remarks>
/// Measured with LibreOffice 7.4: of all the signs found inside words it breaks after - – — … ? ! | \ and before
/// —, and between a letter and %; never at a slash. Word breaks after hyphens and dashes.
/// See docs/word/line-breaks.md.
/// </remarks>
internal static class Unbreakable
{
    /// <summary>Of the words that stay whole: about half a line.</summary>
    private const int MaxLength = 40;

    private const string BreaksAfter = "–—…?!|\\";

    /// <summary>Whether a text begins with a hyphen that must not end a line; Word has an element for it.</summary>
    /// <param name="text">From the hyphen to the end of its word, or farther.</param>
    /// <param name="isLong">Whether that is a word too long to stay whole.</param>
    public static bool StartsWithHyphen(ReadOnlySpan<char> text, bool isLong) => text.Length > 1 && text[0] == '-'
        && (char.IsDigit(text[1]) || (char.IsLetter(text[1]) && !isLong));

    /// <summary>Whether a word is too long to stay whole.</summary>
    public static bool IsLong(ReadOnlySpan<char> word) => word.Length > MaxLength;

    /// <summary>How many characters of a word come before its first such place, and what happens there.</summary>
    public static (int Length, Seam Seam) FirstPiece(ReadOnlySpan<char> word, bool isLong)
    {
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (StartsWithHyphen(word[i..], isLong))
                return (Math.Max(i, 1), Seam.Hyphen);
            if (BreaksBetween(word[i], word[i + 1]))
                return (i + 1, isLong ? Seam.Break : Seam.Joiner);
        }

        return (word.Length, Seam.None);
    }

    private static bool BreaksBetween(char left, char right) => right != '-'
        && (BreaksAfter.Contains(left) || right == '—' || (right == '%' && char.IsLetter(left))
            || (left == '-' && char.IsLetter(right)));
}
