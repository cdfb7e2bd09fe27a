using KiemDiem.Docs.Cli.Outputs;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>Files appear whole or not at all, and nothing else stays.</summary>
public static class OutputFolderTests
{
    [Fact]
    public static void Files_of_a_record_appear_together_or_not_at_all()
    {
        using var scratch = new Scratch();
        scratch.Put("kq/an.json", "a file where a folder is needed");
        var folder = new OutputFolder(scratch["kq"]);

        Assert.ThrowsAny<IOException>(() => folder.Write([new("an.docx", [1]), new("an.json/an.pdf", [2])]));

        Assert.Equal(["an.json"], scratch.Files("kq"));
    }

    [Fact]
    public static void An_earlier_file_is_replaced()
    {
        using var scratch = new Scratch();
        scratch.Put("kq/an.docx", "a longer text than the new one");

        var written = new OutputFolder(scratch["kq"]).Write([new("an.docx", [1, 2])]);

        Assert.Equal([scratch["kq/an.docx"]], written);
        Assert.Equal([1, 2], File.ReadAllBytes(scratch["kq/an.docx"]));
        Assert.Equal(["an.docx"], scratch.Files("kq"));
    }

    [Fact]
    public static void A_place_that_cannot_be_written_is_told_and_the_other_records_are_done()
    {
        using var scratch = new Scratch();
        string[] files = [scratch.Put("a.json", Records.Good), scratch.Put("b.json", Records.Good)];
        Directory.CreateDirectory(scratch["kq/a.pdf"]);

        var run = CommandRun.Of(["render", .. files, "-o", scratch["kq"], "--format", "pdf"]);

        Assert.Equal(1, run.Code);
        Assert.Contains($"{files[0]}: Không ghi được vào {scratch["kq"]}: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["b.pdf"], scratch.Files("kq"));
    }

    [Fact]
    public static void A_file_cannot_be_the_output_folder()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("a.json", Records.Good);

        var run = CommandRun.Of("render", file, "-o", file);

        Assert.Equal(2, run.Code);
        Assert.Contains("không phải là thư mục", run.Error, StringComparison.Ordinal);
    }
}
