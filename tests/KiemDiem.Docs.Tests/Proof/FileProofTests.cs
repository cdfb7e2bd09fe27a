using System.Net;
using System.Security.Cryptography;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Tests.Api;
using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Proof;

/// <summary>No bad file leaves, by whichever door, and what is told of it holds nothing of the record.</summary>
public static class FileProofTests
{
    private const string Form = "ban-kiem-diem-ca-nhan";
    private const string Person = "Nguyễn Văn An";

    private static readonly FormRecord Filled = Engine.Record(RecordSample.Filled(Engine.Form(Form)));

    public static TheoryData<string> PdfFaults => [.. Broken.Pdfs.Keys];

    public static TheoryData<string> DocxFaults => [.. Broken.Docxs.Keys];

    public static TheoryData<string> PngFaults => [.. Broken.Pngs.Keys];

    [Theory]
    [MemberData(nameof(PdfFaults))]
    public static void A_bad_PDF_does_not_leave(string fault)
    {
        var (check, writers) = Broken.Pdfs[fault];

        AssertWithheld(check, () => Broken.Renderer(writers).MakePdf(Filled));
    }

    [Theory]
    [MemberData(nameof(DocxFaults))]
    public static void A_bad_Word_file_does_not_leave(string fault)
    {
        var (check, writers) = Broken.Docxs[fault];

        AssertWithheld(check, () => Broken.Renderer(writers).MakeDocx(Filled));
    }

    [Theory]
    [MemberData(nameof(PngFaults))]
    public static void A_bad_picture_does_not_leave(string fault)
    {
        var (check, writers) = Broken.Pngs[fault];

        AssertWithheld(check, () => Broken.Renderer(writers).MakePngs(Filled));
    }

    [Fact]
    public static void A_good_file_tells_what_it_passed()
    {
        var pdf = Engine.Renderer.MakePdf(Filled);
        var docx = Engine.Renderer.MakeDocx(Filled);
        var pages = Engine.Renderer.MakePngs(Filled);

        var sum = Convert.ToHexStringLower(SHA256.HashData(pdf.Bytes));
        Assert.Equal(
            $"sha256={sum}; pages={pages.Count}; checks=words,glyphs,overflow,structure,conformance", pdf.Summary);
        Assert.Equal(["structure", "words", "glyphs", "conformance"], docx.Checks);
        Assert.Null(docx.Pages);
        Assert.Equal(["words", "glyphs", "overflow", "structure"], pages[0].Checks);
    }

    [Fact]
    public static void One_page_alone_is_that_page_of_all()
    {
        var all = Engine.Renderer.MakePngs(Filled, 40);

        Assert.Equal(all[1].Bytes, Assert.Single(Engine.Renderer.MakePngs(Filled, 40, page: 2)).Bytes);
        Assert.Empty(Engine.Renderer.MakePngs(Filled, 40, page: all.Count + 1));
    }

    [Theory]
    [InlineData("docx", "words")]
    [InlineData("pdf", "structure")]
    [InlineData("png", "structure")]
    public static async Task The_service_answers_500_and_logs_the_check_but_no_value(string extension, string check)
    {
        using var service = new ApiService(Repository.FormTemplates, Broken.Renderer(AllBroken));

        using var response = await service.PostAsync($"/v1/forms/{Form}.{extension}", service.Filled());

        var answer = await ApiService.JsonAsync(response);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(ApiService.ProblemType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("ownFault", (string?)answer["errors"]![0]!["code"]);
        Assert.DoesNotContain(check, answer.ToJsonString(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("ETag"));
        Assert.False(response.Headers.Contains("KiemDiem-Proof"));
        var line = Assert.Single(service.Log, line => line.StartsWith("File withheld", StringComparison.Ordinal));
        Assert.Equal($"File withheld: check {check} failed for {Form} of edition 2019", line.Trim());
        Assert.DoesNotContain(service.Log, entry => entry.Contains(Person, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx", "words")]
    [InlineData("pdf", "structure")]
    [InlineData("png", "structure")]
    public static void The_command_ends_with_70_names_the_check_and_writes_nothing(string format, string check)
    {
        using var scratch = new Scratch();
        var file = scratch.Put("an.json", RecordSample.Filled(Engine.Form(Form)).ToJsonString());

        var run = CommandRun.By(
            Broken.Renderer(AllBroken), "render", file, "-o", scratch["kq"], "--format", format, "--sha256sums");

        Assert.Equal(70, run.Code);
        Assert.Contains($"không qua bước kiểm \"{check}\"", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, run.Error, StringComparison.Ordinal);
        Assert.Empty(scratch.Files("kq"));
    }

    private static Writers AllBroken => new()
    {
        Docx = Broken.Docxs["a word is lost"].Writers.Docx,
        Pdf = Broken.Pdfs["the end is cut off"].Writers.Pdf,
        Png = Broken.Pngs["the end is cut off"].Writers.Png,
    };

    private static void AssertWithheld(string check, Func<object> make)
    {
        var withheld = Assert.Throws<UnprovenFileException>(make);

        Assert.Equal((check, Form), (withheld.Check, withheld.Form));
        Assert.Equal($"The check '{check}' failed for {Form} of edition 2019.", withheld.Message);
    }
}
