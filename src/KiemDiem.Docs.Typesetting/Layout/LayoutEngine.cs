using System.Globalization;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>
/// Turns a document into pages. The same document gives the same pages, and the document stays as it is.
/// </summary>
public static class LayoutEngine
{
    /// <exception cref="InvalidDataException">The library has no such font family.</exception>
    public static LaidOutDocument LayOut(Document document, FontLibrary fonts)
    {
        var breaker = new LineBreaker(document.FontFamily, fonts);
        var strip = new FragmentBuilder(breaker).Build(document.Blocks, document.Page.TextWidth);
        var pages = new List<Page>();
        var next = 0;
        do
        {
            var count = PageFiller.Fill(strip, next, document.Page.TextHeight);
            pages.Add(MakePage(document, breaker, pages.Count + 1, strip, next, count));
            next += count;
        }
        while (next < strip.Count);

        return new LaidOutDocument(document, pages, Outline(pages));
    }

    private static Page MakePage(
        Document document, LineBreaker breaker, int number, List<Fragment> strip, int start, int count)
    {
        var setup = document.Page;
        var lines = new List<PlacedLine>();
        if (number > 1)
        {
            var line = breaker.Break(PageNumber(document, number), setup.TextWidth)[0];
            lines.Add(new PlacedLine(line, setup.Left, setup.PageNumberTop));
        }

        var top = setup.Top;
        foreach (var heading in PageFiller.HeadingsOf(strip, start))
            top = Place(lines, heading, setup.Left, top, isRepeated: true);
        for (var i = start; i < start + count; i++)
            top = Place(lines, strip[i], setup.Left, top, isRepeated: false);
        return new Page(number, lines);
    }

    /// <returns>Where the next piece goes.</returns>
    private static Length Place(List<PlacedLine> lines, Fragment piece, Length left, Length top, bool isRepeated)
    {
        foreach (var line in piece.Lines)
            lines.Add(new PlacedLine(line.Line, left + line.X, top + line.Top) { IsRepeated = isRepeated });
        return top + piece.Height + piece.SpaceAfter;
    }

    private static Paragraph PageNumber(Document document, int number)
    {
        var style = document.PageNumberStyle;
        return new Paragraph(style, [new TextRun(number.ToString(CultureInfo.InvariantCulture), style.Text)])
        {
            Role = SemanticRole.PageNumber,
        };
    }

    private static List<OutlineEntry> Outline(List<Page> pages)
    {
        var entries = new List<OutlineEntry>();
        foreach (var page in pages)
        {
            foreach (var placed in page.Lines)
            {
                if (!placed.IsRepeated
                    && placed.Line is { IsFirst: true, Source: Paragraph { Style.OutlineLevel: { } level } heading })
                    entries.Add(new OutlineEntry(heading.PlainText, level, page.Number, placed.Top));
            }
        }

        return entries;
    }
}
