using System.Text;
using KiemDiem.Docs.Tests.Text;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>The command batch: trying first, old encodings, archives, and its own commands.</summary>
public sealed class BatchToolsTests : IDisposable
{
    private readonly BatchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_dry_run_tells_what_is_wrong_and_writes_nothing()
    {
        var source = folder.Put("a.ndjson", BatchFolder.Record(1), Records.Bad, "{");

        var run = await CommandRun.ProcessAsync(new Dictionary<string, string>(), "batch", source, "--dry-run");
        var batch = folder.Run(source);

        Assert.Equal((1, 1), (run.Code, batch.Code));
        Assert.Contains("Tổng cộng 3 hồ sơ: 1 đạt, 2 có lỗi.", run.Error, StringComparison.Ordinal);
        Assert.Contains("ban-kiem-diem-ca-nhan (", run.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(
            Path.Combine(folder.Output, "errors.csv"), TestContext.Current.CancellationToken), run.OutputBytes);
        Assert.DoesNotContain(Records.Secret, run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_leaves_its_folder_alone()
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1)), "--dry-run");

        Assert.Equal(0, run.Code);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void A_table_in_TCVN3_is_read_and_how_it_was_read_is_kept()
    {
        string[] names = ["Nguyễn Thị Hương", "Trần Đức Hậu", "Phạm Thị Ngọc Ánh", "Lê Văn Tuấn", "Vũ Đình Thắng"];
        var table = "form,hoTen,namKiemDiem\n" + string.Concat(
            names.Select(name => $"{Records.Form},{LegacyBytes.Encode(name, LegacyEncoding.Tcvn3)},2022\n"));
        var source = folder["cu.csv"];
        File.WriteAllBytes(source, Encoding.Latin1.GetBytes(table));

        var run = folder.Run(source, "--encoding", "auto");

        Assert.Equal((0, ""), (run.Code, run.Code == 0 ? "" : run.Error + folder.Text("errors.csv")));
        Assert.Contains(folder.Files, file => file.Contains("Nguyễn-Thị-Hương", StringComparison.Ordinal));
        Assert.Contains(folder.Files, file => file.Contains("Trần-Đức-Hậu", StringComparison.Ordinal));
        Assert.Contains("tcvn3", folder.Text("encodings.csv"), StringComparison.Ordinal);
        Assert.Contains("  encodings.csv\n", folder.Text("SHA256SUMS"), StringComparison.Ordinal);
        folder.CheckSums();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Old_letters_that_nobody_spoke_of_are_warned_of_before_they_are_printed(bool dry)
    {
        string[] names = ["Nguyễn Thị Hoa", "Trần Đức Hậu", "Phạm Thị Ngọc", "Lê Văn Tuấn", "Vũ Đình Thắng"];
        var source = folder.Put("a.ndjson", names.Select(name =>
            BatchFolder.Record(1).Replace("Nguyễn Văn A", LegacyBytes.Encode(name, LegacyEncoding.Tcvn3))));

        var run = folder.Run(source, dry ? ["--dry-run"] : []);
        var quiet = folder.Run(source, "--dry-run", "--quiet");

        Assert.Equal(0, run.Code);
        Assert.Contains("\"hoTen\" có vẻ viết bằng tcvn3", run.Error, StringComparison.Ordinal);
        Assert.Equal(dry, run.Error.Contains("-> Nguyễn Thị Hoa", StringComparison.Ordinal));
        Assert.Empty(quiet.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_that_is_no_Unicode_is_refused_before_anything_is_made(bool dry)
    {
        var source = folder["cu.csv"];
        File.WriteAllBytes(source, Encoding.Latin1.GetBytes(
            "hoTen,chiBo\n" + LegacyBytes.Encode("Nguyễn Thị Hương,Số 1", LegacyEncoding.Tcvn3)));

        var run = folder.Run(source, dry ? ["--dry-run"] : []);

        Assert.Equal(2, run.Code);
        Assert.Contains("tcvn3", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void An_archive_has_its_lists_beside_its_documents()
    {
        var source = folder.Put(
            "a.ndjson",
            Enumerable.Range(2020, 3).Select(year => BatchFolder.Record(1, year)).Append(BatchFolder.Record(2))
                .Select(Born));

        var run = folder.Run(source, "--archive");
        var report = CommandRun.Of("batch", "report", folder.Output, "--three-years", "2022");

        Assert.Equal(0, run.Code);
        Assert.Contains(folder.Files, file => file.EndsWith("muc-luc.pdf", StringComparison.Ordinal));
        Assert.Contains(folder.Files, file => file.EndsWith("muc-luc.xlsx", StringComparison.Ordinal));
        Assert.Contains(folder.Files, file => file.EndsWith(".xml", StringComparison.Ordinal));
        Assert.Equal(1, report.Code);
        Assert.Contains("Nguyễn Văn A 2", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn A 1", report.Output, StringComparison.Ordinal);
        folder.CheckSums();
    }

    /// <summary>A name alone is no person.</summary>
    private static string Born(string record) => record.Insert(1, "\"ngaySinh\":\"1970-01-02\",");

    [Theory]
    [InlineData("--format", "docx")]
    [InlineData("--format", "pdf,docx")]
    [InlineData("--zip", "10")]
    public void An_archive_takes_single_PDF_files_only(params string[] options)
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1)), ["--archive", .. options]);

        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Theory]
    [InlineData("--zip", "0")]
    [InlineData("--zip", "100001")]
    [InlineData("--jobs", "0")]
    [InlineData("--format", "png")]
    [InlineData("--name", "{khong-co}")]
    [InlineData("--encoding", "koi8")]
    [InlineData("--thoi-diem", "hôm nay")]
    [InlineData("--form", "khong-co")]
    public void An_impossible_option_is_refused_before_anything_is_made(params string[] options)
    {
        var run = folder.Run(folder.Put("a.ndjson", BatchFolder.Record(1)), options);

        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void A_workbook_to_fill_in_is_a_source_without_records()
    {
        var workbook = folder["ban-kiem-diem-ca-nhan.xlsx"];

        var made = CommandRun.Of("batch", "template", workbook);
        var again = CommandRun.Of("batch", "template", workbook);
        var run = folder.Run(workbook);

        Assert.Equal((0, 2, 0), (made.Code, again.Code, run.Code));
        Assert.Contains("Tổng cộng 0 hồ sơ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_finds_what_was_changed_and_what_is_gone()
    {
        var records = Enumerable.Range(1, 3).Select(number => BatchFolder.Record(number));
        folder.Run(folder.Put("a.ndjson", records));
        var good = CommandRun.Of("batch", "verify", folder.Output);
        string[] pdfs = [.. folder.Files.Where(file => file.EndsWith(".pdf", StringComparison.Ordinal))];
        File.AppendAllText(Path.Combine(folder.Output, pdfs[0]), "x");
        File.Delete(Path.Combine(folder.Output, pdfs[2]));

        var bad = CommandRun.Of("batch", "verify", folder.Output);

        Assert.Equal((0, 1), (good.Code, bad.Code));
        Assert.Equal($"{pdfs[0]}: đã bị thay đổi\n{pdfs[2]}: không có\n", bad.Output);
    }
}
