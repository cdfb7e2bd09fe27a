using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

public static class LongTextTests
{
    private static readonly LongTextBlock Reason = new()
    {
        Field = "lyDoMuon",
        Label = "Lý do mượn sách",
        LabelStyle = "tenPhieu",
        Guidance = "Nêu rõ vì sao cần cuốn sách này.",
        Lines = 2,
    };

    private static readonly LongTextBlock Note = new()
    {
        Field = "ghiChu",
        Label = "- Ghi chú:",
        RunIn = true,
        Lines = 3,
    };

    [Fact]
    public static void An_unanswered_text_has_its_guidance_and_rows_of_dots_from_margin_to_margin()
    {
        var blocks = Composed.Blocks(Reason);

        Assert.Equal(["Lý do mượn sách", "Nêu rõ vì sao cần cuốn sách này.", "…", "…"], DocumentText.Lines(blocks));
        Assert.All(blocks.Cast<Paragraph>().Skip(2), row =>
        {
            Assert.Equal(StyleIds.DongKe, row.Style.Id);
            Assert.Equal([new TabStop(Composed.TextWidth, TabAlignment.Right, DotLeader: true)], row.Format.TabStops);
        });
    }

    [Fact]
    public static void An_answered_text_has_neither_guidance_nor_rows_of_dots()
    {
        var blocks = Composed.Blocks(Reason, """{ "lyDoMuon": "Một.\nHai." }""");

        Assert.Equal(["Lý do mượn sách", "Một.", "Hai."], DocumentText.Lines(blocks));
        Assert.Equal(
            ["tenPhieu", StyleIds.NoiDung, StyleIds.NoiDung], blocks.Cast<Paragraph>().Select(line => line.Style.Id));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "lyDoMuon": "Một." }""")]
    public static void A_heading_stays_with_what_follows(string json)
    {
        var heading = (Paragraph)Composed.Blocks(Reason with { LabelStyle = StyleIds.NoiDung }, json)[0];

        Assert.True(heading.Format.KeepWithNext);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public static void Guidance_stays_with_its_rows_of_dots_where_there_are_any(int lines, bool kept) =>
        Assert.Equal(kept, ((Paragraph)Composed.Blocks(Reason with { Lines = lines })[1]).Format.KeepWithNext);

    [Theory]
    [InlineData("- Tập đọc to.", "gachDauDong", "-", "Tập đọc to.")]
    [InlineData("+ Hai trang.", "dauCong", "+", "Hai trang.")]
    public static void The_sign_of_an_item_hangs_out(string text, string style, string sign, string rest)
    {
        var item = (Paragraph)Composed.Blocks(Reason, $$"""{ "lyDoMuon": ["{{text}}"] }""")[1];

        Assert.Equal(style, item.Style.Id);
        Assert.True(item.Format.FirstLineIndent < Length.Zero);
        Assert.Equal(
            [new TextRun(sign, item.Style.Text), Tab.Instance, new TextRun(rest, item.Style.Text)], item.Inlines);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("-5 độ C.")]
    [InlineData("+84 912 000 000")]
    [InlineData("Một - hai.")]
    public static void Text_with_a_sign_elsewhere_is_no_item(string text)
    {
        var paragraph = (Paragraph)Composed.Blocks(Reason, $$"""{ "lyDoMuon": ["{{text}}"] }""")[1];

        Assert.Equal(StyleIds.NoiDung, paragraph.Style.Id);
        Assert.Equal(text, Assert.IsType<TextRun>(Assert.Single(paragraph.Inlines)).Text);
    }

    [Fact]
    public static void A_label_that_begins_with_a_sign_is_an_item_itself()
    {
        var label = (Paragraph)Composed.Blocks(Reason with { Label = "- Lý do.", LabelStyle = StyleIds.NoiDung })[0];

        Assert.Equal(StyleIds.GachDauDong, label.Style.Id);
        Assert.Equal(3, label.Inlines.Count);
    }

    [Fact]
    public static void A_text_that_runs_in_goes_on_after_its_label()
    {
        var blocks = Composed.Blocks(Note, """{ "ghiChu": ["Bìa sờn.", "Trang gấp."] }""");

        Assert.Equal(["- Ghi chú: Bìa sờn.", "Trang gấp.…"], DocumentText.Lines(blocks));
    }

    [Fact]
    public static void A_text_that_runs_in_is_followed_by_dots_to_the_margin_as_its_line_is_in_the_original()
    {
        var line = (Paragraph)Assert.Single(Composed.Blocks(Note, """{ "ghiChu": ["Bìa sờn."] }"""));

        Assert.Equal("- Ghi chú: Bìa sờn.…", DocumentText.Of(line));
        Assert.Equal([new TabStop(Composed.TextWidth, TabAlignment.Right, DotLeader: true)], line.Format.TabStops);
        Assert.Equal(line.Style.Format.Alignment, line.Format.Alignment);
    }

    [Fact]
    public static void An_item_does_not_run_in_because_its_sign_begins_a_line()
    {
        var blocks = Composed.Blocks(Note, """{ "ghiChu": ["+ Bìa sờn.", "+ Trang gấp."] }""");

        Assert.Equal(["- Ghi chú:", "+ Bìa sờn.", "+ Trang gấp.…"], DocumentText.Lines(blocks));
        Assert.True(((Paragraph)blocks[0]).Format.KeepWithNext);
    }

    [Fact]
    public static void Dots_run_in_after_the_label_and_fill_the_line_to_the_margin()
    {
        var blocks = Composed.Blocks(Note);
        var first = (Paragraph)blocks[0];

        Assert.Equal(["- Ghi chú:…", "…", "…"], DocumentText.Lines(blocks));
        Assert.Equal([new TabStop(Composed.TextWidth, TabAlignment.Right, DotLeader: true)], first.Format.TabStops);
        Assert.Equal(Alignment.Left, first.Format.Alignment);
    }

    [Fact]
    public static void A_text_without_a_label_has_none() =>
        Assert.Equal(["Một."], Composed.Lines(Reason with { Label = null }, """{ "lyDoMuon": "Một." }"""));
}
