using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>
/// One page for each style: capitals with marks on the first line of the page, a line with descenders, the capitals
/// again, those of the sixty names, and a table row that begins with them in both cells, as the header does.
/// </summary>
internal sealed class AccentSheet
{
    /// <summary>The capitals that reach highest in Vietnamese.</summary>
    public const string Vietnamese = "ẮẰẲẴẶẤẦẨẪẬỐỒỔỖỘẾỀỂỄỆỨỪỬỮỰ";

    /// <summary>Two marks that Unicode does not precompose: names of the Central Highlands.</summary>
    public const string Highland = "Ê\u0306Ô\u0306Ơ\u0306Ư\u0306";

    /// <summary>What reaches lowest.</summary>
    public const string Descenders = "gyjpqộậựỵ(Q";

    /// <summary>The lines of a page, in order; the last two are one row of a table.</summary>
    public const int LinesOfAPage = 6;

    private static readonly Length Cell = Length.Mm(110);

    /// <param name="theThuc">Whose styles.</param>
    /// <param name="looser">Added to every line height: with enough of it nothing can be cut.</param>
    public AccentSheet(KiemDiem.Docs.Forms.TheThuc theThuc, Length looser)
    {
        Styles = [.. theThuc.ParagraphStyles.Values.Select(style => style with
        {
            Format = style.Format with { LineHeight = style.Format.LineHeight + looser, KeepWithNext = false },
        })];
        // The number above the text stays as it is: in a looser line it would push the text down.
        var number = theThuc.ParagraphStyles[StyleIds.SoTrang] with { Id = "soTrangCuaTo", Name = "Số trang của tờ" };
        Document = new Document
        {
            Info = new DocumentInfo("Dấu", "Dấu", "vi-VN", FilledForm.Date),
            Page = theThuc.Page with { Width = Length.Mm(250), Height = Length.Mm(190), Left = Length.Mm(15) },
            FontFamily = theThuc.FontFamily,
            BodyStyle = Styles.Single(style => style.Id == StyleIds.NoiDung),
            PageNumberStyle = number,
            Styles = [.. Styles, number],
            Blocks = [.. Styles.SelectMany(Page)],
        };
    }

    /// <summary>Those of the pages, in order.</summary>
    public IReadOnlyList<ParagraphStyle> Styles { get; }

    public Document Document { get; }

    /// <summary>Where the lines of each page have their baselines.</summary>
    public List<List<Length>> Baselines() => [.. LayoutEngine.LayOut(Document, Engine.Fonts).Pages.Select(page =>
        page.Lines.Where(line => line.Top >= Document.Page.Top).Select(line => line.Baseline).ToList())];

    public byte[] Pdf() => PdfWriter.Write(LayoutEngine.LayOut(Document, Engine.Fonts));

    public byte[] Docx() => DocxWriter.Write(Document);

    private IEnumerable<Block> Page(ParagraphStyle style)
    {
        // The same on all pages: what departs in place only must not hide a departure in ink.
        var flat = style.Format with
        {
            Alignment = Alignment.Left,
            LeftIndent = Length.Zero,
            RightIndent = Length.Zero,
            FirstLineIndent = Length.Zero,
            SpaceAfter = Length.Zero,
        };
        Paragraph Line(string text) => new(style, [new TextRun(text, style.Text)]) { Format = flat };
        var accents = Vietnamese + Highland;

        yield return Line(accents);
        yield return Line(Descenders + Descenders + Descenders);
        yield return Line(accents);
        yield return Line(PersonNames.Capitals);
        yield return new Table([Cell, Cell], [new TableRow([[Line(accents)], [Line(accents)]])]);
        if (style != Styles[^1])
            yield return new PageBreak();
    }
}
