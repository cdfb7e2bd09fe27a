using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Forms;

public static class FormLibraryTests
{
    [Fact]
    public static void The_shipped_definitions_load_and_every_edition_has_forms()
    {
        var library = Engine.Renderer.Forms;

        Assert.Equal(
            Directory.GetDirectories(Repository.FormTemplates).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            library.Editions.Select(edition => edition.Id).Order(StringComparer.Ordinal));
        Assert.All(library.Editions, edition => Assert.Contains(library.Forms, form => form.Edition.Id == edition.Id));
    }

    [Theory]
    [InlineData("2019", "2019-10-18", "2023-11-09")]
    [InlineData("2020-213", "2020-01-02", null)]
    public static void An_edition_is_in_force_from_one_day_to_another(string id, string from, string? to)
    {
        var edition = Engine.Renderer.Forms.Editions.Single(known => known.Id == id);

        Assert.Equal(from, $"{edition.InForce.From:yyyy-MM-dd}");
        Assert.Equal(to ?? string.Empty, $"{edition.InForce.To:yyyy-MM-dd}");
    }

    [Fact]
    public static void Editions_come_in_the_order_of_their_first_day()
    {
        var days = Engine.Renderer.Forms.Editions.Select(edition => edition.InForce.From).ToList();

        Assert.Equal(days.Order(), days);
        Assert.True(days.Count > 1);
    }

    [Fact]
    public static void The_editions_of_a_form_come_oldest_first_and_the_form_is_listed_once()
    {
        var library = TestEditions.Renderer.Forms;

        Assert.Equal(["2001", "2005"], library.EditionsOf(TestEditions.FormId).Select(form => form.Edition.Id));
        Assert.Equal([TestEditions.FormId], library.FormIds);
        Assert.Empty(library.EditionsOf("khong-co"));
    }

    [Theory]
    [InlineData("2019", "132-QĐ/TW, 21-HD/BTCTW")]
    [InlineData("2020-213", "213-QĐ/TW, 33-HD/BTCTW")]
    public static void An_edition_names_the_documents_it_rests_on(string id, string documents)
    {
        var edition = Engine.Renderer.Forms.Editions.Single(known => known.Id == id);

        Assert.Equal(documents, string.Join(", ", edition.LegalBasis.Select(source => source.SoKyHieu)));
    }

    /// <summary>36-HD/VPTW, III and Phụ lục 3.</summary>
    [Fact]
    public static void The_page_is_that_of_the_regulation()
    {
        var page = Engine.Form("ban-kiem-diem-ca-nhan").Edition.TheThuc.Page;

        Assert.Equal((Mm(210), Mm(297)), (page.Width, page.Height));
        Assert.Equal((Mm(20), Mm(20)), (page.Top, page.Bottom));
        Assert.Equal((Mm(30), Mm(15)), (page.Left, page.Right));
        Assert.Equal(Mm(10), page.PageNumberTop);
    }

    [Fact]
    public static void A_style_of_a_file_becomes_a_style_of_the_document()
    {
        var style = TestEditions.Form.Edition.TheThuc.ParagraphStyles["tenPhieu"];

        Assert.Equal(("tenPhieu", "Title"), (style.Id, style.Name));
        Assert.Equal(new TextStyle(Length.Pt(14), Bold: true), style.Text);
        Assert.Equal(Alignment.Centre, style.Format.Alignment);
        Assert.Equal((Length.Pt(8), Length.Pt(18)), (style.Format.SpaceAfter, style.Format.LineHeight));
        Assert.True(style.Format.KeepWithNext);
        Assert.False(style.Format.KeepTogether);
        Assert.Equal(1, style.OutlineLevel);
    }

    [Fact]
    public static void A_folder_that_is_not_there_is_refused()
    {
        var refusal = Assert.Throws<BrokenDefinitionException>(() => FormLibrary.Load("/khong/co/that"));

        Assert.Equal("/khong/co/that: Thư mục không tồn tại.", refusal.Message);
    }

    [Fact]
    public static void A_folder_without_forms_is_refused()
    {
        using var folder = new TempFolder();

        var refusal = Assert.Throws<BrokenDefinitionException>(() => FormLibrary.Load(folder.Path));

        Assert.EndsWith(": Không có mẫu nào.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>As a Word file can tell it.</summary>
    private static Length Mm(double millimetres) => Length.Mm(millimetres).OnTwips;
}
