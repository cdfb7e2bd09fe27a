using System.Globalization;
using System.Text;

namespace KiemDiem.Docs.Data;

/// <summary>Text as a piece of a file name: letters with their marks, digits and single hyphens, in NFC.</summary>
public static class FileNameText
{
    /// <summary>A Vietnamese letter takes up to three bytes, and Linux allows 255 for a name with its ending.</summary>
    private const int MaxLength = 80;

    /// <summary>Words as the name of a file: "Nguyễn-Văn-An", or in ASCII "Nguyen-Van-An".</summary>
    public static string Of(IEnumerable<string> words, bool ascii = false) =>
        Shorten(Hyphenate(string.Join(' ', ascii ? words.Select(WithoutMarks) : words)));

    /// <summary>What is neither letter nor digit becomes a hyphen; none stands at either end.</summary>
    public static string Hyphenate(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (IsMark(rune) && name.Length > 0 && name[^1] != '-'))
                name.Append(rune);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Only what is ASCII without its marks; 'đ' becomes 'd'.</summary>
    public static string WithoutMarks(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c switch { 'đ' => 'd', 'Đ' => 'D', _ => c })
            .Where(char.IsAscii);
        return string.Concat(letters);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        var end = MaxLength;
        while (CharUnicodeInfo.GetUnicodeCategory(name, end) == UnicodeCategory.NonSpacingMark
            || char.IsLowSurrogate(name[end]))
        {
            end--;
        }

        return name[..end].TrimEnd('-');
    }
}
