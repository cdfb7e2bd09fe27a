using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Layout;

public static class PaginationTests
{
    private static readonly ParagraphFormat Kept = new() { KeepWithNext = true };

    [Fact]
    public static void A_page_is_filled_to_its_last_line() =>
        Assert.Equal([3, 2], LinesPerPage(3, [.. Lines(5)]));

    [Fact]
    public static void A_heading_never_ends_a_page()
    {
        Assert.Equal([2, 2], LinesPerPage(3, [.. Lines(2), Paragraph("h", Kept), Paragraph(".")]));
        Assert.Equal(
            [1, 3], LinesPerPage(3, [.. Lines(1), Paragraph("h", Kept), Paragraph("h", Kept), Paragraph(".")]));
    }

    [Fact]
    public static void A_heading_takes_two_lines_of_a_longer_paragraph_with_it() =>
        Assert.Equal([1, 4], LinesPerPage(4, [.. Lines(1), Paragraph("h", Kept), Long(3)]));

    [Fact]
    public static void No_single_line_of_a_paragraph_begins_or_ends_a_page()
    {
        // Of four lines three would fit; a widow would follow.
        Assert.Equal([3, 2], LinesPerPage(4, [.. Lines(1), Long(4)]));

        // Of four lines one would fit: an orphan.
        Assert.Equal([3, 4], LinesPerPage(4, [.. Lines(3), Long(4)]));
    }

    [Fact]
    public static void A_paragraph_of_three_lines_is_not_split() =>
        Assert.Equal([2, 3], LinesPerPage(4, [.. Lines(2), Long(3)]));

    [Fact]
    public static void A_paragraph_kept_together_moves_whole_unless_it_is_longer_than_a_page()
    {
        var together = new ParagraphFormat { KeepTogether = true };
        Assert.Equal([2, 6], LinesPerPage(6, [.. Lines(2), Long(6, together)]));
        Assert.Equal([2, 6, 3], LinesPerPage(6, [.. Lines(2), Long(9, together)]));
    }

    [Fact]
    public static void A_chain_longer_than_a_page_is_cut_where_the_page_is_full()
    {
        var chain = Enumerable.Repeat(Paragraph("h", Kept), 8);
        Assert.Equal([3, 3, 3], LinesPerPage(3, [.. chain, Paragraph(".")]));
    }

    [Fact]
    public static void Space_after_a_paragraph_may_hang_out_at_the_foot_and_does_not_begin_a_page()
    {
        var spaced = new ParagraphFormat { SpaceAfter = Pitch };
        var laidOut = LayOut(20, 3, Paragraph(".", spaced), Paragraph(".", spaced), Paragraph("."));

        Assert.Equal(2, laidOut.Pages.Count);
        Assert.Equal(laidOut.Document.Page.Top, laidOut.Pages[1].Lines[^1].Top);
    }

    [Fact]
    public static void A_table_row_is_not_split_and_its_height_is_that_of_its_highest_cell()
    {
        var row = new TableRow([[.. Lines(1)], [.. Lines(3)]]);
        var table = new Table([Column * 10, Column * 10], [row]);

        Assert.Equal([2, 5], LinesPerPage(4, [.. Lines(2), table, .. Lines(1)]));
    }

    [Fact]
    public static void What_is_kept_with_a_table_goes_with_it()
    {
        var table = new Table([Column * 20], [new TableRow([[.. Lines(2)]])]);
        Assert.Equal([2, 3], LinesPerPage(4, [.. Lines(2), Paragraph("h", Kept), table]));
    }

    [Fact]
    public static void A_page_break_ends_the_page_and_several_make_no_empty_page() =>
        Assert.Equal([1, 1], LinesPerPage(4, [.. Lines(1), new PageBreak(), new PageBreak(), .. Lines(1)]));

    [Fact]
    public static void A_piece_higher_than_a_page_stands_alone_and_is_not_lost()
    {
        var high = new Table([Column * 20], [new TableRow([[.. Lines(9)]])]);
        Assert.Equal([1, 9, 1], LinesPerPage(3, [.. Lines(1), high, .. Lines(1)]));
    }

    [Fact]
    public static void The_page_number_stands_on_every_page_but_the_first()
    {
        var laidOut = LayOut(20, 2, [.. Lines(5)]);

        Assert.Equal([null, "2", "3"], laidOut.Pages.Select(page => Number(page, laidOut.Document.Page)));
    }

    [Fact]
    public static void A_document_without_blocks_is_one_empty_page() =>
        Assert.Empty(Assert.Single(LayOut(20, 3).Pages).Lines);

    [Fact]
    public static void The_outline_tells_the_page_of_each_section()
    {
        var heading = new Paragraph(Style(Kept, outlineLevel: 1), [new TextRun("I.", Plain)]);
        var entry = Assert.Single(LayOut(20, 3, [.. Lines(3), heading, .. Lines(1)]).Outline);

        Assert.Equal(("I.", 1, 2), (entry.Title, entry.Level, entry.PageNumber));
    }

    private static IEnumerable<Block> Lines(int count) => Enumerable.Repeat(Paragraph("."), count);

    /// <summary>A paragraph of so many lines in a column of twenty.</summary>
    private static Paragraph Long(int lines, ParagraphFormat? format = null) =>
        Paragraph(string.Join(' ', Enumerable.Repeat(new string('.', 15), lines)), format);

    private static int[] LinesPerPage(int lines, params IReadOnlyList<Block> blocks)
    {
        var laidOut = LayOut(20, lines, blocks);
        var top = laidOut.Document.Page.Top;
        return [.. laidOut.Pages.Select(page => page.Lines.Count(line => line.Top >= top))];
    }

    private static string? Number(Page page, PageSetup setup) => page.Lines
        .Where(line => line.Top == setup.PageNumberTop)
        .Select(line => ((TextItem)line.Line.Items[0]).Words[0].Word.Text)
        .SingleOrDefault();
}
