using System.Text;

namespace KiemDiem.Docs.Tests.Cli;

/// <summary>"-o an.pdf" means a file, where it can.</summary>
public static class SingleFileTests
{
    [Theory]
    [InlineData("kq/Bản của An.pdf", "%PDF")]
    [InlineData("an.PDF", "%PDF")]
    [InlineData("an.docx", "PK")]
    public static void A_name_with_the_ending_of_a_format_is_a_file(string name, string magic)
    {
        using var scratch = new Scratch();
        var file = scratch.Put("du-lieu.json", Records.Good);

        var run = CommandRun.Of("render", file, "-o", scratch[name]);

        Assert.Equal(0, run.Code);
        Assert.Equal(["du-lieu.json", name], scratch.Files().OrderByDescending(other => other == "du-lieu.json"));
        Assert.StartsWith(
            magic, Encoding.Latin1.GetString(File.ReadAllBytes(scratch[name])), StringComparison.Ordinal);
        Assert.Contains($"Đã ghi {scratch[name]}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Standard_input_and_an_existing_file_are_no_hindrance()
    {
        using var scratch = new Scratch();
        scratch.Put("an.pdf", "old");

        Assert.Equal(0, CommandRun.With(Records.Good, "render", "-", "-o", scratch["an.pdf"], "--format", "pdf").Code);

        Assert.Equal(["an.pdf"], scratch.Files());
        Assert.Equal("%PDF"u8, File.ReadAllBytes(scratch["an.pdf"]).AsSpan(0, 4));
    }

    [Fact]
    public static void Several_records_or_formats_or_a_folder_of_that_name_mean_a_folder()
    {
        using var scratch = new Scratch();
        var (one, other) = (scratch.Put("a.json", Records.Good), scratch.Put("b.json", Records.Good));
        Directory.CreateDirectory(scratch["3.pdf"]);

        Assert.Equal(0, CommandRun.Of("render", one, other, "-o", scratch["1.pdf"], "--format", "pdf").Code);
        Assert.Equal(0, CommandRun.Of("render", one, "-o", scratch["2.pdf"], "--format", "docx,pdf").Code);
        Assert.Equal(0, CommandRun.Of("render", one, "-o", scratch["3.pdf"], "--format", "pdf").Code);

        Assert.Equal(["a.pdf", "b.pdf"], scratch.Files("1.pdf"));
        Assert.Equal(["a.docx", "a.pdf"], scratch.Files("2.pdf"));
        Assert.Equal(["a.pdf"], scratch.Files("3.pdf"));
    }

    [Theory]
    [InlineData("an.pdf", "docx", "có đuôi của định dạng khác với --format docx")]
    [InlineData("an.png", null, "ảnh nhiều trang phải ghi ra thư mục")]
    public static void What_cannot_be_one_file_is_refused_and_nothing_is_written(
        string name, string? format, string sentence)
    {
        using var scratch = new Scratch();
        var file = scratch.Put("du-lieu.json", CommandRun.Of("sample", Records.Form).Output);
        string[] options = format is null ? [] : ["--format", format];

        var run = CommandRun.Of(["render", file, "-o", scratch[name], .. options]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal(["du-lieu.json"], scratch.Files());
    }

    [Fact]
    public static void The_input_is_not_overwritten()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.pdf", Records.Good);

        var run = CommandRun.Of("render", file, "-o", file);

        Assert.Equal(2, run.Code);
        Assert.Contains("sẽ ghi đè lên một tệp đầu vào", run.Error, StringComparison.Ordinal);
        Assert.Equal(Records.Good, File.ReadAllText(file));
    }

    [Fact]
    public static void Verbose_tells_what_each_file_passed()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Good);

        var run = CommandRun.Of("render", file, "-o", scratch["an.pdf"], "--verbose");

        Assert.Matches(
            @"Đã ghi .*an\.pdf \(sha256=[0-9a-f]{64}; pages=\d+; checks=words,glyphs,overflow,structure,conformance\)",
            run.Error);
    }

    [Theory]
    [InlineData("2022-12-02", 0)]
    [InlineData("hom-nay", 2)]
    public static void The_date_of_the_file_can_be_told(string date, int code)
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Blank);

        var run = CommandRun.Of("render", file, "-o", scratch["an.pdf"], "--thoi-diem", date);

        Assert.Equal(code, run.Code);
        if (code == 0)
        {
            var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(scratch["an.pdf"]));
            Assert.Contains("/ModDate(D:20221202000000Z)", pdf, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("--thoi-diem phải là một ngày", run.Error, StringComparison.Ordinal);
        }
    }
}
