using System.Globalization;
using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Compose;

/// <summary>What a finished file is called, for people and for file systems.</summary>
public static class RecordTitle
{
    /// <summary>"Bản kiểm điểm cá nhân - 2022 - Nguyễn Văn An"</summary>
    public static string Of(FormRecord record) => string.Join(" - ", Parts(record));

    /// <summary>"Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An": ASCII letters, digits and hyphens.</summary>
    public static string AsciiFileName(FormRecord record) => FileNameText.Of(Parts(record), ascii: true);

    /// <summary>The same with its diacritics.</summary>
    public static string FileName(FormRecord record) => FileNameText.Of(Parts(record));

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
}
