using System.Globalization;
using System.Text;
using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Compose;

/// <summary>What a finished file is called, for people and for file systems.</summary>
public static class RecordTitle
{
    /// <summary>A Vietnamese letter takes up to three bytes, and Linux allows 255 for a name with its ending.</summary>
    private const int MaxFileNameLength = 80;

    /// <summary>"Bản kiểm điểm cá nhân - 2022 - Nguyễn Văn An"</summary>
    public static string Of(FormRecord record) => string.Join(" - ", Parts(record));

    /// <summary>"Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An": ASCII letters, digits and hyphens.</summary>
    public static string AsciiFileName(FormRecord record) => Shorten(Hyphenate(Parts(record).Select(WithoutMarks)));

    /// <summary>The same with its diacritics.</summary>
    public static string FileName(FormRecord record) => Shorten(Hyphenate(Parts(record)));

    private static IEnumerable<string> Parts(FormRecord record) => record.Form.FileName
        .Select(key => record.Values.GetValueOrDefault(key) switch
        {
            TextValue text => text.Text,
            YearValue year => year.Year.ToString(CultureInfo.InvariantCulture),
            DateValue date => date.Date.PrintedYear,
            _ => null,
        })
        .Where(part => part is not null)
        .Prepend(record.Form.Title)!;

    private static string Hyphenate(IEnumerable<string> parts)
    {
        var name = new StringBuilder();
        foreach (var rune in string.Join(' ', parts).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                name.Append(rune);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().Trim('-');
    }

    private static string WithoutMarks(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c switch { 'đ' => 'd', 'Đ' => 'D', _ => c })
            .Where(char.IsAscii);
        return string.Concat(letters);
    }

    private static string Shorten(string name)
    {
        if (name.Length <= MaxFileNameLength)
            return name;
        var end = MaxFileNameLength;
        while (CharUnicodeInfo.GetUnicodeCategory(name[end]) == UnicodeCategory.NonSpacingMark)
            end--;
        return name[..end].TrimEnd('-');
    }
}
