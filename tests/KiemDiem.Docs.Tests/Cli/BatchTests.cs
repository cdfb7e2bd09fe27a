using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>The command batch: what it makes of a source.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly BatchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Good_bad_and_unreadable_records_each_have_their_place_in_the_lists()
    {
        var run = folder.Run(folder.Put(
            "nguon.ndjson", BatchFolder.Record(1), Records.Bad, "{\"form\":", BatchFolder.Record(4), "[1]"));

        Assert.Equal(1, run.Code);
        Assert.Contains("Tổng cộng 5 hồ sơ: 2 đạt, 3 có lỗi.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Records.Secret, run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(["SHA256SUMS", "can-sua.ndjson", "errors.csv", "manifest.csv", "manifest.json"], Lists());
        var manifest = JsonNode.Parse(folder.Text("manifest.json"))!["records"]!.AsArray();
        Assert.Equal([1, 2, 3, 4, 5], manifest.Select(record => (int)record!["number"]!));
        Assert.Equal(1 + 5, folder.Lines("manifest.csv").Length);
        Assert.Contains(folder.Lines("errors.csv"), line => line.Contains("/namKiemDiem", StringComparison.Ordinal));
        Assert.Equal(["2", "2", "3", "5"], folder.Lines("errors.csv").Skip(1).Select(line => line.Split(',')[2]));

        // What could be read and is wrong is there to be mended; what could not is still in the source.
        Assert.Contains("hoTenn", Assert.Single(folder.Lines("can-sua.ndjson")), StringComparison.Ordinal);
        Assert.Equal(2, Pdfs().Length);
        folder.CheckSums();
    }

    [Fact]
    public void What_was_to_be_mended_makes_the_rest_when_it_is()
    {
        folder.Run(folder.Put("nguon.ndjson", BatchFolder.Record(1), Records.Bad));
        var mended = Regex.Replace(folder.Text("can-sua.ndjson"), "(\"namKiemDiem\": ?)\"[^\"]*\"", "${1}2022")
            .Replace("hoTenn", "hoTen", StringComparison.Ordinal);
        using var again = new BatchFolder();

        var run = again.Run(again.Put("can-sua.ndjson", mended.TrimEnd()));

        Assert.Equal(0, run.Code);
        Assert.Contains("Trần-Thị-Bí-Mật", Assert.Single(again.Files, IsPdf), StringComparison.Ordinal);
        Assert.DoesNotContain("can-sua.ndjson", again.Files);
    }

    [Fact]
    public void Both_formats_lie_beside_each_other()
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1)), "--format", "pdf,docx");

        Assert.Equal(0, run.Code);
        var pdf = Assert.Single(Pdfs());
        Assert.Contains(Path.ChangeExtension(pdf, ".docx"), folder.Files);
        folder.CheckSums();
    }

    [Fact]
    public void Zip_files_hold_so_many_records_and_are_the_same_bytes_every_time()
    {
        string[] records = [.. Enumerable.Range(1, 7).Select(number => BatchFolder.Record(number)), Records.Bad];
        using var again = new BatchFolder();

        folder.Run(folder.Put("a.ndjson", records), "--zip", "3");
        again.Run(again.Put("a.ndjson", records), "--zip", "3");

        string[] zips = [.. folder.Files.Where(file => file.EndsWith(".zip", StringComparison.Ordinal))];
        Assert.Equal(["zip/000001.zip", "zip/000002.zip", "zip/000003.zip"], zips);
        Assert.Equal([3, 3, 1], zips.Select(zip => EntriesOf(zip)));
        Assert.All(zips, zip => Assert.Contains($"  {zip}\n", folder.Text("SHA256SUMS"), StringComparison.Ordinal));
        Assert.Equal(folder.Contents(), again.Contents());
        folder.CheckSums();
    }

    [Fact]
    public void A_zip_file_in_which_nothing_would_be_is_not_made()
    {
        folder.Run(folder.Put("a.ndjson", Records.Bad, Records.Bad, BatchFolder.Record(3)), "--zip", "2");

        Assert.DoesNotContain("zip/000001.zip", folder.Files);
        Assert.Contains("zip/000002.zip", folder.Files);
        folder.CheckSums();
    }

    [Fact]
    public void Files_are_named_as_asked_whatever_runs_at_once()
    {
        string[] records = [.. Enumerable.Range(1, 450).Select(number => BatchFolder.Record(1 + (number % 2)))];
        using var again = new BatchFolder();

        folder.Run(folder.Put("a.ndjson", records), "--name", "{nam}/{hoTen}", "--jobs", "1");
        again.Run(again.Put("a.ndjson", records), "--name", "{nam}/{hoTen}", "--jobs", "4");

        Assert.Equal(450, Pdfs().Length);
        Assert.All(Pdfs(), pdf => Assert.StartsWith("2022/Nguyễn-Văn-A-", pdf, StringComparison.Ordinal));
        Assert.Equal(folder.Contents(), again.Contents());
    }

    [Fact]
    public void Forms_years_and_ways_to_write_JSON_may_be_mixed_in_one_folder()
    {
        folder.Put("nguon/a.json", "{", "  \"form\": \"ban-kiem-diem-ca-nhan\",", "  \"namKiemDiem\": 2019", "}");
        folder.Put("nguon/b.ndjson", BatchFolder.Record(1, 2019) + "\r", BatchFolder.Record(2, 2021) + "\r");
        folder.Put("nguon/c.json", "[", BatchFolder.Record(3, 2021), ",", """{"form":"phieu-nhan-xet"}""", "]");

        var run = folder.Run(folder["nguon"]);

        Assert.Equal(0, run.Code);
        var manifest = JsonNode.Parse(folder.Text("manifest.json"))!["records"]!.AsArray();
        Assert.Equal(
            ["a.json", "b.ndjson", "b.ndjson", "c.json", "c.json"],
            manifest.Select(record => (string?)record!["place"]!["file"]));
        Assert.Equal(2, manifest.Select(record => (string?)record!["edition"]).Distinct().Count());
        Assert.Equal(2, manifest.Select(record => (string?)record!["form"]).Distinct().Count());
        folder.CheckSums();
    }

    [Theory]
    [InlineData("""{"form":"ban-kiem-diem-ca-nhan","hoTen":"\ud800"}""")]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("""{"form":7}""")]
    [InlineData("""{"form":"ban-kiem-diem-ca-nhan","form":"phieu-nhan-xet"}""")]
    [InlineData("""{"form":"ban-kiem-diem-ca-nhan","namKiemDiem":1e999}""")]
    [InlineData("""{"form":"ban-kiem-diem-ca-nhan","hoTen":[["x"]]}""")]
    public void A_strange_record_fails_alone(string strange)
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1), strange, BatchFolder.Record(3)));

        Assert.Equal(1, run.Code);
        Assert.Contains("Tổng cộng 3 hồ sơ: 2 đạt, 1 có lỗi.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ownFault", folder.Text("errors.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_without_records_gives_lists_without_lines()
    {
        var run = folder.Run(folder.Put("a.json", "[]"));

        Assert.Equal(0, run.Code);
        Assert.Contains("Tổng cộng 0 hồ sơ", run.Error, StringComparison.Ordinal);
        Assert.Single(folder.Lines("manifest.csv"));
        folder.CheckSums();
    }

    [Fact]
    public void A_source_that_is_no_source_is_told_and_nothing_is_made()
    {
        var run = folder.Run(folder.Put("a.txt", "Đây không phải nguồn."));

        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(folder.Output));
        Assert.DoesNotContain("--resume", run.Error, StringComparison.Ordinal);
    }

    private static bool IsPdf(string file) => file.EndsWith(".pdf", StringComparison.Ordinal);

    private string[] Pdfs() => [.. folder.Files.Where(IsPdf)];

    private string[] Lists() => [.. folder.Files.Where(file => !file.Contains('/'))];

    private int EntriesOf(string zip)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(folder.Output, zip));
        return archive.Entries.Count;
    }
}
