using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

public static class ChoiceTests
{
    private static readonly RatingRowBlock Narrow = new() { Field = "tinhTrang", Label = "Tình trạng:" };
    private static readonly RatingRowBlock Wide = new() { Field = "loaiSach", Label = "Loại sách:" };
    private static readonly ChoiceListBlock List = new() { Field = "hinhThuc", Label = "Hình thức:" };

    [Theory]
    [InlineData("{}", "□ Còn mới □ Đã cũ")]
    [InlineData("""{ "tinhTrang": "conMoi" }""", "☒ Còn mới □ Đã cũ")]
    [InlineData("""{ "tinhTrang": "daCu" }""", "□ Còn mới ☒ Đã cũ")]
    public static void Choices_side_by_side_have_their_boxes_before_them(string json, string expected) =>
        Assert.Equal(["Tình trạng:", expected], Composed.Lines(Narrow, json));

    [Theory]
    [InlineData("{}", "Còn mới □ Đã cũ □")]
    [InlineData("""{ "tinhTrang": "daCu" }""", "Còn mới □ Đã cũ ☒")]
    public static void Choices_side_by_side_may_have_their_boxes_after_them(string json, string expected) =>
        Assert.Equal(["Tình trạng:", expected], Composed.Lines(Narrow with { Box = BoxSide.After }, json));

    [Fact]
    public static void The_label_of_choices_stays_with_them() =>
        Assert.All<BlockDefinition>([Narrow, Wide, List], block =>
            Assert.True(((Paragraph)Composed.Blocks(block)[0]).Format.KeepWithNext));

    [Fact]
    public static void A_box_says_what_it_stands_for()
    {
        var boxes = DocumentText.Paragraphs(Composed.Blocks(List)).SelectMany(line => line.Inlines).OfType<CheckBox>();

        Assert.Equal(["Đọc tại chỗ", "Mang về nhà"], boxes.Select(box => box.Label));
    }

    [Fact]
    public static void A_row_too_wide_for_its_line_becomes_a_list()
    {
        var blocks = Composed.Blocks(Wide, """{ "loaiSach": "khoaHoc" }""");

        Assert.Equal(
            [
                "Loại sách:", "□ Văn học trong nước và ngoài nước", "☒ Khoa học tự nhiên và kỹ thuật",
                "□ Sách dành cho thiếu niên, nhi đồng",
            ],
            DocumentText.Lines(blocks));
        Assert.All(blocks.Skip(1), line => Assert.Equal(StyleIds.OChon, ((Paragraph)line).Style.Id));
    }

    [Fact]
    public static void A_list_stays_on_one_page_and_lets_the_next_block_go()
    {
        var formats = Composed.Blocks(Wide).Skip(1).Cast<Paragraph>().Select(line => line.Format).ToList();

        Assert.Equal([true, true, false], formats.Select(format => format.KeepWithNext));
        Assert.All(formats, format => Assert.True(format.KeepTogether));
    }

    [Fact]
    public static void A_choice_list_stands_line_by_line_whether_it_fits_a_row_or_not() => Assert.Equal(
        ["Hình thức:", "□ Đọc tại chỗ", "☒ Mang về nhà"], Composed.Lines(List, """{ "hinhThuc": "mangVe" }"""));

    [Fact]
    public static void After_each_choice_of_a_row_there_is_the_same_white_space()
    {
        var row = (Paragraph)Composed.Blocks(Narrow)[1];
        var box = row.Inlines.OfType<CheckBox>().First().Width + Composed.TheThuc.BoxToLabel;
        var labels = row.Inlines.OfType<TextRun>().Select(label => label.Text);
        var widths = labels.Select(label => box + Composed.Measure(label, row.Style.Text)).ToList();

        var second = row.Format.TabStops[1].Position;
        var (gap, end) = (second - widths[0], Composed.TextWidth - second - widths[1]);

        Assert.InRange((gap - end).Emu, -2, 2);
        Assert.Equal([box, second, second + box], row.Format.TabStops.Select(stop => stop.Position));
    }

    [Fact]
    public static void Choices_begin_where_the_definition_says()
    {
        var row = RowAt(Length.Zero, Length.Mm(60));

        Assert.Equal([new TabStop(Length.Mm(60))], row.Format.TabStops);
        Assert.Equal(["Còn mới □ Đã cũ □"], DocumentText.Lines([row]));
    }

    [Fact]
    public static void The_first_choice_too_begins_where_the_definition_says()
    {
        var row = RowAt(Length.Mm(20), Length.Mm(60));

        var start = row.Inlines[0] is Tab
            ? row.Format.TabStops[0].Position
            : row.Format.LeftIndent + row.Format.FirstLineIndent;

        Assert.Equal(Length.Mm(20), start);
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(110, 3)]
    public static void A_row_whose_choices_would_run_into_each_other_or_over_the_margin_becomes_a_list(
        double second, int paragraphs) => Assert.Equal(
        paragraphs, Composed.Blocks(Narrow with { Starts = [Length.Zero, Length.Mm(second)] }).Count);

    private static Paragraph RowAt(params IReadOnlyList<Length> starts) =>
        (Paragraph)Composed.Blocks(Narrow with { Box = BoxSide.After, Starts = starts })[1];
}
