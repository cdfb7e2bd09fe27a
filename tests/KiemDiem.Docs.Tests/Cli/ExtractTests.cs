using KiemDiem.Docs.Cli;

namespace KiemDiem.Docs.Tests.Cli;

public static class ExtractTests
{
    [Fact]
    public static void What_comes_out_goes_in_again_as_it_is()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", CommandRun.Of("sample", Records.Form).Output);
        Assert.Equal(0, CommandRun.Of("render", file, "-o", scratch["an.pdf"]).Code);

        var extracted = CommandRun.Of("extract", scratch["an.pdf"]);
        var rendered = CommandRun.With(extracted.Output, "render", "-", "-o", "-", "--format", "pdf");

        Assert.Equal((0, string.Empty), (extracted.Code, extracted.Error));
        Assert.EndsWith("}\n", extracted.Output, StringComparison.Ordinal);
        Assert.Equal(0, rendered.Code);
        Assert.Equal(File.ReadAllBytes(scratch["an.pdf"]), rendered.OutputBytes);
    }

    [Fact]
    public static void What_was_edited_in_Word_is_told_and_comes_out()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", CommandRun.Of("sample", Records.Form).Output);
        Assert.Equal(0, CommandRun.Of("render", file, "-o", scratch["an.docx"]).Code);
        File.WriteAllBytes(scratch["sua.docx"], Support.DocxText.WithPart(
            File.ReadAllBytes(scratch["an.docx"]),
            "word/document.xml",
            xml => xml.Replace("Nguyễn Văn An", "Trần Thị Bình", StringComparison.Ordinal)));

        var untouched = CommandRun.Of("extract", scratch["an.docx"]);
        var run = CommandRun.Of("extract", scratch["sua.docx"]);

        Assert.Equal((0, string.Empty), (untouched.Code, untouched.Error));
        Assert.Equal(0, run.Code);
        Assert.Contains("Trần Thị Bình", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{scratch["sua.docx"]}: /hoTen: đã sửa trong tệp\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.With(run.Output, "check", "-").Code);
    }

    [Fact]
    public static void It_reads_standard_input_and_writes_a_file()
    {
        using var scratch = new Scratch();
        var sample = CommandRun.Of("sample", Records.Form).Output;
        var pdf = CommandRun.With(sample, "render", "-", "-o", "-", "--format", "pdf").OutputBytes;
        using var input = new MemoryStream(pdf);
        var terminal = new Terminal(input, new MemoryStream(), new MemoryStream());

        var run = CommandRun.On(terminal, CancellationToken.None, "extract", "-", "-o", scratch["kq/an.json"]);

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Output);
        Assert.Equal($"Đã ghi {scratch["kq/an.json"]}\n", run.Error);
        Assert.Equal(["kq/an.json"], scratch.Files());
        Assert.Equal(0, CommandRun.Of("check", scratch["kq/an.json"]).Code);
    }

    [Theory]
    [InlineData("{}", "foreignFile")]
    [InlineData("%PDF-1.7", "brokenFile")]
    public static void A_file_that_is_not_ours_is_refused_with_a_sentence(string content, string code)
    {
        using var scratch = new Scratch();
        var file = scratch.Put("la.pdf", content);

        var run = CommandRun.Of("extract", file, "-o", scratch["an.json"]);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Output);
        Assert.StartsWith($"{file}: Tệp ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($"({code})\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["la.pdf"], scratch.Files());
    }

    [Fact]
    public static void A_record_with_problems_is_told_and_printed_all_the_same()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Good);
        CommandRun.Of("render", file, "-o", scratch["an.pdf"]);

        var run = CommandRun.Of(
            "extract",
            scratch["an.pdf"],
            "--form-templates",
            Path.Combine(Support.Repository.Root, "tests", "KiemDiem.Docs.Tests", "Forms", "TestEditions"));

        Assert.Equal(1, run.Code);
        Assert.Contains("Nguyễn Văn An", run.Output, StringComparison.Ordinal);
        Assert.Contains("unknownForm", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong-co.pdf", "Không có tệp")]
    [InlineData(".", "là thư mục")]
    public static void What_is_no_file_is_refused(string path, string sentence)
    {
        var run = CommandRun.Of("extract", path);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_input_is_not_overwritten()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.pdf", "%PDF-1.7");

        Assert.Equal(2, CommandRun.Of("extract", file, "-o", file).Code);
        Assert.Equal("%PDF-1.7", File.ReadAllText(file));
    }
}
