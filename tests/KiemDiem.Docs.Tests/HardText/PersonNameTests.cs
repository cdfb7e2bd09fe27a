using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>A name of each people of Vietnam in every line of a form: header, field, prose, signature.</summary>
public static class PersonNameTests
{
    /// <summary>Letters that Vietnamese itself has not: those of the languages of the Central Highlands.</summary>
    private static readonly string[] HighlandLetters =
        ["Ê\u0306", "ơ\u0306", "ô\u0306", "ư\u0306", "Ƀ", "Č", "č", "ñ", "W", "Ŏ", "Ŭ", "ĭ"];

    public static TheoryData<string> Names => [.. PersonNames.All.Select(name => $"{name.DanToc}: {name.HoTen}")];

    [Fact]
    public static void There_are_sixty_names_and_every_people_has_one()
    {
        Assert.Equal(60, PersonNames.All.Select(name => name.HoTen).Distinct().Count());
        Assert.Equal(54, PersonNames.All.Select(name => name.DanToc).Distinct().Count());
    }

    [Fact]
    public static void The_names_are_of_nobody_and_in_the_letters_of_their_peoples()
    {
        Assert.All(PersonNames.All, name => Assert.Matches("Mẫu|Thử|Ví Dụ", name.HoTen));
        Assert.All(HighlandLetters, letter => Assert.Contains(
            PersonNames.All, name => name.HoTen.Contains(letter, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void A_name_is_whole_wherever_it_stands(string danTocHoTen)
    {
        var name = danTocHoTen.Split(": ")[1];
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            var record = FilledForm.WithEveryText(form, name);
            var pdf = Engine.Renderer.RenderPdf(record);
            var printed = FilledForm.TextsPrinted(form);

            Assert.Equal(printed, Count(name, Squash.Pdf(pdf)));
            Assert.Equal(printed, Count(name, Squash.Text(Extracted(pdf))));
            Assert.Equal(printed, Count(name, Squash.Docx(Engine.Renderer.RenderDocx(record))));
            var ink = PdfInk.Of(pdf);
            InkBox.AssertLinesApart(ink);
            InkBox.AssertInside(ink, form.Edition.TheThuc.Page);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Every_letter_of_a_name_is_in_the_font_with_its_marks_above_it(string danTocHoTen)
    {
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            var texts = Engine.Renderer.LayOut(FilledForm.WithEveryText(form, danTocHoTen.Split(": ")[1])).Pages
                .SelectMany(page => page.Lines)
                .SelectMany(line => line.Line.Items.OfType<TextItem>());
            foreach (var text in texts)
            {
                foreach (var glyph in text.Words.SelectMany(word => word.Word.Glyphs))
                {
                    Assert.NotEqual(0, glyph.Glyph);
                    AssertMarksAbove(text, glyph);
                }
            }
        }
    }

    private static void AssertMarksAbove(TextItem text, ShapedGlyph glyph)
    {
        var boxes = LayoutInk.Boxes(text.Face, glyph).ToList();
        Assert.All(glyph.Marks ?? [], mark => Assert.NotEqual(0, mark.Glyph));
        for (var i = 1; i < boxes.Count; i++)
        {
            Assert.InRange(boxes[i].XMin, boxes[0].XMin, boxes[0].XMax);
            Assert.InRange(boxes[i].XMax, boxes[0].XMin, boxes[0].XMax);
            Assert.True(boxes[i].YMin > boxes[i - 1].YMax, $"A mark of {glyph.Text} touches what is below it.");
        }
    }

    /// <summary>In the header a name stands in capitals.</summary>
    private static int Count(string name, string file) =>
        file.ToUpperInvariant().Split(Squash.Text(name).ToUpperInvariant()).Length - 1;

    private static string Extracted(byte[] pdf)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("ten.pdf"), pdf);
        return Tool.Run("pdftotext", ["-raw", folder.File("ten.pdf"), "-"]);
    }
}
