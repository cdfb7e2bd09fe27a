using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.SameBytes;

/// <summary>The only date in a file is that of its record, or the caller's, or the first of 1980.</summary>
public static partial class DateTests
{
    [Theory]
    [InlineData("2022-12-02", null, "2022-12-02")]
    [InlineData("2022-12-02", "2024-02-29", "2022-12-02")]
    [InlineData(null, "2024-02-29", "2024-02-29")]
    [InlineData("2022-12", "2024-02-29", "2024-02-29")]
    [InlineData("2022", "2024-02-29", "2024-02-29")]
    [InlineData(null, null, "1980-01-01")]
    [InlineData(null, "1950-01-01", "1980-01-01")]
    [InlineData("2150-02-28", null, "1980-01-01")]
    public static void A_file_bears_the_date_of_its_record_else_the_caller_s_else_a_fixed_one(
        string? ngayLap, string? thoiDiem, string expected)
    {
        var record = Engine.Record(new JsonObject { ["form"] = "phieu-xin-y-kien", ["ngayLap"] = ngayLap });
        var options = new RenderOptions
        {
            ThoiDiem = thoiDiem is null ? null : DateOnly.Parse(thoiDiem, CultureInfo.InvariantCulture),
        };

        Assert.Equal([expected], DatesOfPdf(Engine.Renderer.RenderPdf(record, options)).Distinct());
        Assert.Equal([expected], DatesOfDocx(Engine.Renderer.RenderDocx(record, options)).Distinct());
    }

    /// <summary>The last year of a ZIP file is 2107, which has no 29 February.</summary>
    [Fact]
    public static void A_leap_day_far_away_is_no_hindrance()
    {
        var record = Engine.Record(new JsonObject { ["form"] = "phieu-xin-y-kien", ["ngayLap"] = "2108-02-29" });

        Assert.NotEmpty(Engine.Renderer.RenderDocx(record));
    }

    private static IEnumerable<string> DatesOfPdf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var dates = PdfDate().Matches(text).Select(match => $"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}");
        return dates.Concat(XmlDate().Matches(text).Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<string> DatesOfDocx(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var times = zip.Entries.Select(
            entry => entry.LastWriteTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var texts = zip.Entries.SelectMany(entry => XmlDate().Matches(DocxText.Part(docx, entry.FullName)));
        return [.. times, .. texts.Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"\(D:(\d{4})(\d\d)(\d\d)\d{6}Z\)")]
    private static partial Regex PdfDate();

    [GeneratedRegex(@"(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\dZ")]
    private static partial Regex XmlDate();
}
