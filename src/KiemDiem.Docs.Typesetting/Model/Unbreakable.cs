using System.Buffers;

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
/// Measured with LibreOffice 7.4: docs/word/line-breaks.md. Word breaks after hyphens and dashes.
/// </remarks>
internal static class Unbreakable
{
    /// <summary>Of the words that stay whole: about half a line.</summary>
    private const int MaxLength = 40;

    private const string BreaksAfter = "–—…?!|\\\u2010\u2012\u203C\u2E17";

    /// <summary>Signs that part from signs before them where somebody left a space out: 5.(Xem, số:….</summary>
    private const string BreaksBefore = "…([%+$";

    private const string BreaksBeforeThose = ".,:;)]%+$";

    /// <summary>Signs of measure, which part from a letter before them.</summary>
    private const string Measures = "%‰′″‴¢";

    /// <summary>A word without any of these is whole; hardly any has one.</summary>
    private static readonly SearchValues<char> Suspects =
        SearchValues.Create("-—\u00B4" + BreaksAfter + BreaksBefore + Measures);

    /// <summary>Whether a text begins with a hyphen that must not end a line; Word has an element for it.</summary>
    /// <param name="text">From the hyphen to the end of its word.</param>
    /// <param name="isLong">Whether that is a word too long to stay whole.</param>
    public static bool StartsWithHyphen(ReadOnlySpan<char> text, bool isLong) => text.Length > 1 && text[0] == '-'
        && text[1] != '-' && !(isLong && char.IsLetter(text[1]));

    /// <summary>Whether a word is too long to stay whole.</summary>
    public static bool IsLong(ReadOnlySpan<char> word) => word.Length > MaxLength;

    /// <summary>How many characters of a word come before its first such place, and what happens there.</summary>
    public static (int Length, Seam Seam) FirstPiece(ReadOnlySpan<char> word, bool isLong)
    {
        if (!word.ContainsAny(Suspects))
            return (word.Length, Seam.None);
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (StartsWithHyphen(word[i..], isLong))
                return (Math.Max(i, 1), Seam.Hyphen);
            if (BreaksBetween(word[i], word[i + 1]))
                return (i + 1, isLong ? Seam.Break : Seam.Joiner);
            if (MayBreakBetween(word[i], word[i + 1]))
                return (i + 1, Seam.Joiner);
        }

        return (word.Length, Seam.None);
    }

    private static bool BreaksBetween(char left, char right) => right != '-'
        && (BreaksAfter.Contains(left) || right == '—' || (left == '-' && char.IsLetter(right)));

    /// <summary>More than was measured, which depends on the letters around: a joiner does no harm.</summary>
    private static bool MayBreakBetween(char left, char right) =>
        (BreaksBefore.Contains(right) && BreaksBeforeThose.Contains(left))
        || (Measures.Contains(right) && !char.IsDigit(left))
        || right == '\u00B4';
}
