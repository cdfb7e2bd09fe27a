using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Layout;

public static class TableTests
{
    [Fact]
    public static void The_heading_rows_are_set_again_on_every_page_that_the_table_goes_on_to() => Assert.Equal(
        """
        |.                   |
        |h         i         |
        |a         1         |
        ======================
        |h         i         |
        |b         2         |
        |c         3         |
        ======================
        |h         i         |
        |d         4         |
        |.                   |
        """,
        AsciiPage.Of(20, 3, Paragraph("."), Letters(headings: 1), Paragraph(".")));

    [Fact]
    public static void A_table_without_heading_rows_goes_on_as_it_is() => Assert.Equal(
        """
        |h         i         |
        |a         1         |
        |b         2         |
        ======================
        |c         3         |
        |d         4         |
        """,
        AsciiPage.Of(20, 3, Letters(headings: 0)));

    [Fact]
    public static void Heading_rows_never_end_a_page() => Assert.Equal(
        """
        |.                   |
        |.                   |
        ======================
        |h         i         |
        |a         1         |
        |b         2         |
        ======================
        |h         i         |
        |c         3         |
        |d         4         |
        """,
        AsciiPage.Of(20, 3, Paragraph("."), Paragraph("."), Letters(headings: 1)));

    [Fact]
    public static void A_row_is_moved_down_whole_and_heads_count()
    {
        var high = new Table([Column * 10], [Row("h"), new TableRow([[Paragraph("a"), Paragraph("b")]]), Row("c")])
        {
            HeadingRows = 1,
        };

        Assert.Equal(
            """
            |h                   |
            |a                   |
            |b                   |
            ======================
            |h                   |
            |c                   |
            """,
            AsciiPage.Of(20, 3, high));
    }

    [Fact]
    public static void Only_what_is_set_again_says_so()
    {
        var pages = LayOut(20, 3, Letters(headings: 1)).Pages;

        Assert.DoesNotContain(pages[0].Lines, line => line.IsRepeated);
        Assert.Equal(["h", "i"], pages[1].Lines.Where(line => line.IsRepeated).Select(TextOf));
    }

    [Fact]
    public static void A_ruled_table_has_a_line_on_every_side_of_every_cell()
    {
        var table = Letters(headings: 0) with { IsRuled = true };

        var page = Assert.Single(LayOut(20, 5, table).Pages);

        var bars = page.Lines
            .SelectMany(line => line.Line.Items.OfType<RuleItem>().Select(rule => (line, rule)))
            .ToList();
        var upright = bars.Where(bar => bar.rule.Thickness > bar.rule.Width).ToList();
        var level = bars.Except(upright).ToList();
        Assert.Equal(3 * 5, upright.Count);
        Assert.All(upright, bar => Assert.Equal(Pitch, bar.rule.Thickness));
        Assert.Equal([0, 10, 20], upright.Select(bar => Centre(bar.line, bar.rule)).Distinct().Order());
        Assert.Equal(
            Enumerable.Range(0, 6).Select(row => Length.Pt(40) + (Pitch * row)),
            level.Select(bar => bar.line.Top).Distinct().Order());
    }

    private static int Centre(PlacedLine line, RuleItem rule) =>
        (int)Math.Round((double)(line.X + rule.X + (rule.Width / 2) - Length.Pt(20)).Emu / Column.Emu);

    private static string TextOf(PlacedLine line) =>
        string.Concat(line.Line.Items.OfType<TextItem>().SelectMany(text => text.Words).Select(word => word.Word.Text));

    private static Table Letters(int headings) => new(
        [Column * 10, Column * 10],
        [Row("h", "i"), Row("a", "1"), Row("b", "2"), Row("c", "3"), Row("d", "4")])
    {
        HeadingRows = headings,
    };

    private static TableRow Row(params string[] cells) =>
        new([.. cells.Select(cell => (IReadOnlyList<Block>)[Paragraph(cell)])]);
}
