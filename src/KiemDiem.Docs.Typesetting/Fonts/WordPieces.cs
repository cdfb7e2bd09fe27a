using System.Globalization;

namespace KiemDiem.Docs.Typesetting.Fonts;

/// <summary>
/// Cuts a stretch without spaces into pieces that are shaped one by one, so that the cost and the width of no piece
/// grow with what somebody pastes into a field. Syllables are far below the limit; only such pastes are ever cut.
/// </summary>
internal static class WordPieces
{
    private const int MaxLength = 256;

    /// <returns>How many characters the first piece has; a letter and its marks stay together.</returns>
    public static int FirstLength(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaxLength)
            return word.Length;
        var end = MaxLength;
        while (end > 1 && (char.IsLowSurrogate(word[end])
            || CharUnicodeInfo.GetUnicodeCategory(word[end]) == UnicodeCategory.NonSpacingMark))
        {
            end--;
        }

        return end;
    }
}
