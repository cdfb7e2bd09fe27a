using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using SkiaSharp;
using UglyToad.PdfPig;

namespace KiemDiem.Docs.Tests.Samples;

/// <summary>Every file under samples/ is a test by being there.</summary>
public static class SampleTests
{
    public static TheoryData<string> Samples =>
        [.. SampleFiles.All.Select(file => Path.GetRelativePath(Repository.Samples, file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public static void A_sample_is_sound_and_says_its_own_form_and_edition(string sample)
    {
        var record = Read(sample);
        var folders = sample.Split(Path.DirectorySeparatorChar);

        Assert.Equal(folders[0], record.Form.Edition.Id);
        Assert.Equal(folders[1], record.Form.Id);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Its_PDF_holds_every_word_inside_the_margins(string sample)
    {
        var record = Read(sample);
        var pdf = Engine.Renderer.RenderPdf(record);

        Squash.AssertHolds(record, Squash.Pdf(pdf), "PDF");
        Margins.AssertKept(pdf, record.Form.Edition.TheThuc.Page);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Its_Word_file_holds_every_word_and_is_faultless(string sample)
    {
        var record = Read(sample);
        var docx = Engine.Renderer.RenderDocx(record);

        Squash.AssertHolds(record, Squash.Docx(docx), "DOCX");
        Assert.Empty(DocxText.Faults(docx));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Its_layout_keeps_the_rules(string sample) =>
        LayoutRules.AssertKept(Engine.Renderer.LayOut(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Its_pages_can_be_painted(string sample)
    {
        var record = Read(sample);
        var pages = Engine.Renderer.LayOut(record).Pages.Count;

        for (var page = 1; page <= pages; page++)
        {
            using var picture = SKBitmap.Decode(Engine.Renderer.RenderPng(record, page, 40));
            Assert.Equal((331, 468), (picture.Width, picture.Height));
        }

        Assert.Null(Engine.Renderer.RenderPng(record, pages + 1, 40));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public static void Rendering_it_twice_gives_the_same_bytes(string sample)
    {
        var record = Read(sample);

        Assert.Equal(Engine.Renderer.RenderPdf(record), Engine.Renderer.RenderPdf(record));
        Assert.Equal(Engine.Renderer.RenderDocx(record), Engine.Renderer.RenderDocx(record));
        Assert.Equal(Engine.Renderer.RenderPng(record, 1), Engine.Renderer.RenderPng(record, 1));
    }

    [Fact]
    public static void Every_form_has_its_seven_samples()
    {
        string[] wanted = ["chu-kho", "day-du", "rat-dai", "ten-dai", "ten-dan-toc", "toi-thieu", "trong"];
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            var folder = Path.Combine(Repository.Samples, form.Edition.Id, form.Id);
            Assert.Equal(
                wanted,
                Directory.GetFiles(folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public static void The_filled_and_the_blank_sample_are_what_the_program_gives()
    {
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            AssertSame(RecordSample.Filled(form), Path.Combine(form.Edition.Id, form.Id, "day-du.json"));
            AssertSame(RecordSample.Blank(form), Path.Combine(form.Edition.Id, form.Id, "trong.json"));
        }
    }

    [Fact]
    public static void The_very_long_reviews_have_twelve_pages_and_more()
    {
        foreach (var form in (string[])["bao-cao-kiem-diem-tap-the", "ban-kiem-diem-ca-nhan"])
        {
            var record = Read(Path.Combine("2019", form, "rat-dai.json"));
            using var pdf = PdfDocument.Open(Engine.Renderer.RenderPdf(record));
            Assert.True(pdf.NumberOfPages >= 12);
        }
    }

    [Fact]
    public static void The_date_line_of_a_blank_form_has_its_four_rows_of_dots_on_one_line()
    {
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            var blank = Engine.Renderer.LayOut(Read(Path.Combine(form.Edition.Id, form.Id, "trong.json")));
            var line = Assert.Single(
                blank.Pages[0].Lines, line => line.Line.Source is Paragraph { Style.Id: "diaDanhNgayThang" });
            Assert.Equal(4, line.Line.Items.OfType<LeaderItem>().Count());
        }
    }

    private static FormRecord Read(string sample)
    {
        var result = Engine.Renderer.Check(File.ReadAllBytes(Path.Combine(Repository.Samples, sample)));
        Assert.Empty(result.Problems);
        return result.ValueOrThrow();
    }

    private static void AssertSame(JsonObject expected, string sample) => Assert.True(
        JsonNode.DeepEquals(expected, JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, sample)))),
        $"{sample} is not what 'kiemdiem sample' prints.");
}
