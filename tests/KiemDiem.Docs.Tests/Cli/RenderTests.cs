using System.Text;
using KiemDiem.Docs.Cli;

namespace KiemDiem.Docs.Tests.Cli;

public static class RenderTests
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public static void A_record_becomes_a_Word_file_and_a_PDF_of_its_own_name()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("nguyen-van-an.json", Records.Good);

        var run = CommandRun.Of("render", file, "-o", scratch["kq"]);

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Output);
        Assert.Equal(["nguyen-van-an.docx", "nguyen-van-an.pdf"], scratch.Files("kq"));
        Assert.Equal("PK"u8, File.ReadAllBytes(scratch["kq/nguyen-van-an.docx"]).AsSpan(0, 2));
        Assert.Equal("%PDF"u8, File.ReadAllBytes(scratch["kq/nguyen-van-an.pdf"]).AsSpan(0, 4));
        Assert.Contains($"Đã ghi {scratch["kq/nguyen-van-an.docx"]}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Pictures_come_one_file_a_page()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", CommandRun.Of("sample", Records.Form).Output);

        var run = CommandRun.Of("render", file, "-o", scratch["kq"], "--format", "PNG");

        Assert.Equal(0, run.Code);
        var pages = scratch.Files("kq");
        Assert.True(pages.Count > 1);
        Assert.Equal(pages.Select((_, index) => $"an-{index + 1}.png").Order(StringComparer.Ordinal), pages);
        Assert.All(pages, page => Assert.Equal(PngSignature, File.ReadAllBytes(scratch[$"kq/{page}"])[..4]));
    }

    [Fact]
    public static void Pages_left_by_a_longer_document_are_told()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", Records.Blank);
        Assert.Equal(0, CommandRun.Of("render", file, "-o", scratch["kq"], "--format", "png").Code);
        var next = $"an-{scratch.Files("kq").Count + 1}.png";
        scratch.Put($"kq/{next}", "old");

        var run = CommandRun.Of("render", file, "-o", scratch["kq"], "--format", "png,pdf");

        Assert.Equal(0, run.Code);
        Assert.Contains(
            $"cảnh báo: Thư mục kết quả còn trang của lần lập trước, từ {next}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void One_bad_record_does_not_stop_the_others()
    {
        using var scratch = new Scratch();
        string[] files =
        [
            scratch.Put("a.json", Records.Good),
            scratch.Put("b.json", Records.Bad),
            scratch.Put("c.json", "{"),
            scratch.Put("d.json", Records.Good),
        ];

        var run = CommandRun.Of(["render", .. files, "-o", scratch["kq"], "--format", "pdf"]);

        Assert.Equal(1, run.Code);
        Assert.Equal(["a.pdf", "d.pdf"], scratch.Files("kq"));
        Assert.Contains($"{files[1]}: /hoTenn: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"{files[2]}: JSON không đúng cú pháp ở dòng 1, cột 2. (malformedJson)\n",
            run.Error,
            StringComparison.Ordinal);
        Assert.EndsWith("Tổng cộng 4 tệp: 2 đạt, 2 có lỗi.\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Records.Secret, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_folder_means_every_record_below_it_and_keeps_their_paths()
    {
        using var scratch = new Scratch();
        scratch.Put("hs/an.json", Records.Good);
        scratch.Put("hs/to-1/an.json", Records.Good);
        scratch.Put("hs/to-1/BINH.JSON", Records.Good);
        scratch.Put("hs/to-1/ghi-chu.txt", "x");
        scratch.Put("hs/.cu/an.json", Records.Good);

        var run = CommandRun.Of("render", scratch["hs"], "-o", scratch["kq"], "--format", "docx");

        Assert.Equal(0, run.Code);
        Assert.Equal(["an.docx", "to-1/BINH.docx", "to-1/an.docx"], scratch.Files("kq"));
    }

    [Theory]
    [InlineData("a/an.json", "b/an.json")]
    [InlineData("a/an.json", "b/An.json")]
    [InlineData("a/an.json", "b/an.txt")]
    public static void Inputs_that_would_give_one_output_are_refused_before_anything_is_written(
        string one, string other)
    {
        using var scratch = new Scratch();
        string[] names = ["c.json", one, other];
        string[] files = [.. names.Select(name => scratch.Put(name, Records.Good))];

        var run = CommandRun.Of(["render", .. files, "-o", scratch["kq"]]);

        Assert.Equal(2, run.Code);
        Assert.Contains(
            $"Các tệp sau sẽ cho cùng một tên kết quả \"an\": {files[1]}, {files[2]}.",
            run.Error,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["kq"]));
    }

    [Fact]
    public static void Standard_input_must_not_take_the_name_of_a_file()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.json", Records.Good);

        var run = CommandRun.With(Records.Good, "render", file, "-", "-o", scratch["kq"]);

        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(scratch["kq"]));
    }

    [Fact]
    public static void An_output_never_overwrites_an_input()
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.pdf", Records.Good);

        var run = CommandRun.Of("render", file, "-o", scratch[string.Empty]);

        Assert.Equal(2, run.Code);
        Assert.Contains("sẽ ghi đè lên một tệp đầu vào", run.Error, StringComparison.Ordinal);
        Assert.Equal(Records.Good, File.ReadAllText(file));
        Assert.Equal(["an.pdf"], scratch.Files());
    }

    [Fact]
    public static void Standard_input_is_named_after_the_record()
    {
        using var scratch = new Scratch();

        var run = CommandRun.With(Records.Good, "render", "-", "-o", scratch["kq"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            ["Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.docx", "Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.pdf"],
            scratch.Files("kq"));
    }

    [Fact]
    public static void Standard_output_takes_the_same_bytes_as_a_file()
    {
        using var scratch = new Scratch();
        CommandRun.With(Records.Good, "render", "-", "-o", scratch["kq"]);

        foreach (var format in new[] { "docx", "pdf" })
        {
            var run = CommandRun.With(Records.Good, "render", "-", "-o", "-", "--format", format);

            Assert.Equal(0, run.Code);
            var file = scratch[$"kq/Ban-kiem-diem-ca-nhan-2022-Nguyen-Van-An.{format}"];
            Assert.Equal(File.ReadAllBytes(file), run.OutputBytes);
        }
    }

    [Fact]
    public static void Standard_output_takes_one_file_only()
    {
        using var scratch = new Scratch();
        string[] files = [scratch.Put("a.json", Records.Good), scratch.Put("b.json", Records.Good)];

        Assert.Equal(2, CommandRun.Of(["render", .. files, "-o", "-", "--format", "pdf"]).Code);
        Assert.Equal(2, CommandRun.Of("render", files[0], "-o", "-").Code);
        var sample = CommandRun.Of("sample", Records.Form).Output;
        var pages = CommandRun.With(sample, "render", "-", "-o", "-", "--format", "png");
        Assert.Equal(2, pages.Code);
        Assert.Empty(pages.OutputBytes);
        Assert.Matches(@"Văn bản có \d+ trang; ảnh nhiều trang phải ghi ra thư mục", pages.Error);
    }

    [Fact]
    public static void A_document_is_not_poured_onto_a_screen()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Records.Good));
        var screen = new Terminal(input, new MemoryStream(), new MemoryStream(), OutputIsScreen: true);

        var run = CommandRun.On(screen, CancellationToken.None, "render", "-", "-o", "-", "--format", "pdf");

        Assert.Equal(2, run.Code);
        Assert.Empty(run.OutputBytes);
    }

    [Fact]
    public static void A_bad_record_on_standard_output_leaves_it_empty()
    {
        var run = CommandRun.With(Records.Bad, "render", "-", "-o", "-", "--format", "pdf");

        Assert.Equal(1, run.Code);
        Assert.Empty(run.OutputBytes);
        Assert.Contains("-: /hoTenn: ", run.Error, StringComparison.Ordinal);
    }
}
