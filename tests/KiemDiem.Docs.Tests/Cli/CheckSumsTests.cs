using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>SHA256SUMS is what sha256sum itself would write.</summary>
public static class CheckSumsTests
{
    [Fact]
    public static void The_sums_of_a_folder_of_records_are_checked_by_sha256sum()
    {
        using var scratch = new Scratch();
        scratch.Put("hs/to-2/an.json", Records.Good);
        scratch.Put("hs/an.json", Records.Good);
        scratch.Put("hs/binh.json", Records.Bad);

        var run = CommandRun.Of(
            "render", scratch["hs"], "-o", scratch["kq"], "--format", "docx,pdf,png", "--sha256sums");

        Assert.Equal(1, run.Code);
        var names = Names(scratch["kq/SHA256SUMS"]);
        Assert.Equal(scratch.Files("kq").Where(name => name != "SHA256SUMS"), names);
        Assert.Equal(names.Count, Verified(scratch["kq"]));
    }

    [Fact]
    public static void The_order_of_the_inputs_does_not_matter()
    {
        using var scratch = new Scratch();
        var (one, other) = (scratch.Put("b.json", Records.Good), scratch.Put("A.json", Records.Blank));

        CommandRun.Of("render", one, other, "-o", scratch["1"], "--sha256sums");
        CommandRun.Of("render", other, one, "-o", scratch["2"], "--sha256sums");

        Assert.Equal(["A.docx", "A.pdf", "b.docx", "b.pdf"], Names(scratch["1/SHA256SUMS"]));
        Assert.Equal(File.ReadAllBytes(scratch["1/SHA256SUMS"]), File.ReadAllBytes(scratch["2/SHA256SUMS"]));
    }

    [Theory]
    [InlineData("a\\b.pdf")]
    [InlineData("a\nb.pdf")]
    [InlineData("tên có dấu cách.pdf")]
    public static void A_name_with_signs_is_checked_too(string name)
    {
        using var folder = new TempFolder();
        var sums = new CheckSums();
        var file = new ProvenFile([1, 2, 3], [], null);
        sums.Add(new RecordFile(name, file));

        new OutputFolder(folder.Path).Write([new OutputFile(name, file.Bytes), sums.ToFile()]);

        Assert.Equal(1, Verified(folder.Path));
    }

    [Fact]
    public static void An_earlier_list_is_replaced_and_nothing_else_stays()
    {
        using var scratch = new Scratch();
        scratch.Put("kq/SHA256SUMS", "old");
        var file = scratch.Put("an.json", Records.Good);

        Assert.Equal(0, CommandRun.Of("render", file, "-o", scratch["kq"], "--sha256sums").Code);

        Assert.Equal(["SHA256SUMS", "an.docx", "an.pdf"], scratch.Files("kq"));
        Assert.Equal(["an.docx", "an.pdf"], Names(scratch["kq/SHA256SUMS"]));
    }

    [Fact]
    public static void Where_nothing_is_written_there_is_no_list()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("binh.json", Records.Bad);

        Assert.Equal(1, CommandRun.Of("render", file, "-o", scratch["kq"], "--sha256sums").Code);

        Assert.Empty(scratch.Files("kq"));
    }

    [Fact]
    public static void A_list_that_cannot_be_written_is_told()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["kq/SHA256SUMS"]);
        var file = scratch.Put("an.json", Records.Good);

        var run = CommandRun.Of("render", file, "-o", scratch["kq"], "--sha256sums");

        Assert.Equal(1, run.Code);
        Assert.Contains("SHA256SUMS: Không ghi được vào", run.Error, StringComparison.Ordinal);
        Assert.Equal(["an.docx", "an.pdf"], scratch.Files("kq"));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("an.pdf")]
    public static void It_needs_a_folder(string output)
    {
        var run = CommandRun.With(Records.Good, "render", "-", "-o", output, "--format", "pdf", "--sha256sums");

        Assert.Equal(2, run.Code);
        Assert.Contains("--sha256sums cần nơi ghi kết quả là một thư mục", run.Error, StringComparison.Ordinal);
    }

    private static List<string> Names(string file) => [.. File.ReadAllLines(file).Select(line => line[66..])];

    private static int Verified(string folder) => Tool
        .Run("sha256sum", ["--check", "--strict", Path.Combine(folder, CheckSums.FileName)], folder: folder)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Count(line => line.EndsWith(": OK", StringComparison.Ordinal));
}
