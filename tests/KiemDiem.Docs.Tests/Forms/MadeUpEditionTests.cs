using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using UglyToad.PdfPig;

namespace KiemDiem.Docs.Tests.Forms;

/// <summary>A new edition is new files: the made-up one renders with everything in it through the public API.</summary>
public static class MadeUpEditionTests
{
    private static readonly FormRecord Filled =
        TestEditions.Record(RecordSample.Filled(TestEditions.Form).ToJsonString());

    /// <summary>What the record says, as it is printed.</summary>
    private static readonly string[] Said =
    [
        "2002", "THƯ VIỆN CÂY BÀNG", "Phòng Hoa Sen", "ngày 05 tháng 02 năm 2002", "Đinh Thị Ổi", "30/11/1990",
        "Chuẩn bị cho buổi kể chuyện cuối tuần.", "- Tập đọc to, rõ.", "+ Mỗi tối hai trang.", "Bìa hơi sờn.",
        "Trang 17 có nếp gấp.", "Mạc Văn Khế",
    ];

    [Fact]
    public static void The_made_up_form_has_every_kind_of_block_and_of_field()
    {
        Assert.Equal(8, TestEditions.Form.Blocks.Select(block => block.GetType()).Distinct().Count());
        Assert.Equal(5, TestEditions.Form.Fields.Select(field => field.GetType()).Distinct().Count());
    }

    [Fact]
    public static void The_words_of_a_record_come_back_from_the_pdf()
    {
        var words = PdfText.Words(TestEditions.Renderer.RenderPdf(Filled));

        Assert.All(Said, text => AssertHolds(words, text));
    }

    [Fact]
    public static void The_words_of_a_record_come_back_from_the_word_file()
    {
        var words = DocxText.Words(TestEditions.Renderer.RenderDocx(Filled));

        Assert.All(Said, text => AssertHolds(words, text));
    }

    [Fact]
    public static void The_page_of_the_edition_is_the_page_of_the_pdf()
    {
        using var pdf = PdfDocument.Open(TestEditions.Renderer.RenderPdf(Filled));

        Assert.Equal(2, pdf.NumberOfPages);
        Assert.All(pdf.GetPages(), page =>
        {
            Assert.Equal(148 / 25.4 * 72, page.Width, tolerance: 0.1);
            Assert.Equal(210 / 25.4 * 72, page.Height, tolerance: 0.1);
        });
    }

    [Fact]
    public static void What_stands_after_the_page_break_is_on_the_second_page()
    {
        using var pdf = PdfDocument.Open(TestEditions.Renderer.RenderPdf(Filled));

        AssertHolds(PdfText.Words(pdf.GetPage(1)), "Trang 17 có nếp gấp.");
        AssertHolds(PdfText.Words(pdf.GetPage(2)), "hứa giữ gìn sách của thư viện.");
        AssertHolds(PdfText.Words(pdf.GetPage(2)), "Mạc Văn Khế");
    }

    [Fact]
    public static void The_word_file_has_no_faults() =>
        Assert.Empty(DocxText.Faults(TestEditions.Renderer.RenderDocx(Filled)));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    public static void There_is_a_picture_of_each_page_and_of_no_other(int page, bool there)
    {
        var png = TestEditions.Renderer.RenderPng(Filled, page, dotsPerInch: 50);

        Assert.Equal(there, png is not null);
        Assert.True(png is null || png.AsSpan(1, 3).SequenceEqual("PNG"u8));
    }

    [Fact]
    public static void A_picture_finer_than_the_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => TestEditions.Renderer.RenderPng(Filled, 1, Limits.MaxDotsPerInch + 1));

    [Fact]
    public static void The_blank_form_renders_to_every_format()
    {
        var blank = TestEditions.Record("{}");

        AssertHolds(PdfText.Words(TestEditions.Renderer.RenderPdf(blank)), "THƯ VIỆN CHƯA CÓ TÊN");
        AssertHolds(DocxText.Words(TestEditions.Renderer.RenderDocx(blank)), "THƯ VIỆN CHƯA CÓ TÊN");
        Assert.NotNull(TestEditions.Renderer.RenderPng(blank, 1, dotsPerInch: 30));
    }

    [Fact]
    public static void The_date_of_a_record_chooses_between_the_made_up_editions()
    {
        const string Json = """{ "form": "phieu-muon-sach", "ngayLap": "2006-04-05", "nguoiMuon": "Đinh Thị Ổi" }""";
        var later = TestEditions.Renderer.Check(Encoding.UTF8.GetBytes(Json)).ValueOrThrow();

        Assert.Equal("2005", later.Form.Edition.Id);
        AssertHolds(
            PdfText.Words(TestEditions.Renderer.RenderPdf(later)), "Ngày 05/4/2006, Đinh Thị Ổi mượn sách.");
    }

    [Fact]
    public static void The_same_record_gives_the_same_bytes()
    {
        var again = FormRenderer.Load(TestEditions.Folder, Repository.Fonts);

        Assert.Equal(TestEditions.Renderer.RenderPdf(Filled), again.RenderPdf(Filled));
        Assert.Equal(TestEditions.Renderer.RenderDocx(Filled), again.RenderDocx(Filled));
    }

    private static void AssertHolds(List<string> words, string text) =>
        Assert.Contains($" {text} ", $" {string.Join(' ', words)} ", StringComparison.Ordinal);
}
