using System.Text.Json.Nodes;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

public static class FieldLineTests
{
    private static readonly Length Second = Length.Mm(70);

    private static readonly FieldLineBlock TwoFields = new()
    {
        Fields =
        [
            new LabelledField { Label = "Người mượn:", Field = "nguoiMuon" },
            new LabelledField { Label = "Ngày sinh:", Field = "ngaySinh", At = Second },
        ],
        Lines = 3,
    };

    private static readonly FieldLineBlock OneField = new()
    {
        Fields = [new LabelledField { Label = "Thủ thư:", Field = "thuThu" }],
    };

    [Fact]
    public static void Short_values_share_a_line_and_dots_fill_it_to_the_margin()
    {
        var line = Assert.IsType<Paragraph>(
            Assert.Single(Composed.Blocks(TwoFields, """{ "nguoiMuon": "Lê An", "ngaySinh": "1990-11-30" }""")));

        Assert.Equal("Người mượn: Lê An…Ngày sinh: 30/11/1990…", DocumentText.Of(line));
        Assert.Equal(
            [
                new TabStop(Second - Composed.Measure(" ", line.Style.Text), TabAlignment.Right, DotLeader: true),
                new TabStop(Second),
                new TabStop(Composed.TextWidth, TabAlignment.Right, DotLeader: true),
            ],
            line.Format.TabStops);
    }

    [Fact]
    public static void A_value_too_long_for_its_part_takes_a_line_of_its_own()
    {
        var name = string.Join(' ', Enumerable.Repeat("Nguyễn", 10));
        var blocks = Composed.Blocks(TwoFields, $$"""{ "nguoiMuon": "{{name}}", "ngaySinh": "1990-11-30" }""");

        Assert.Equal([$"Người mượn: {name}…", "Ngày sinh: 30/11/1990…"], DocumentText.Lines(blocks));
        Assert.All(blocks.Cast<Paragraph>(), line => Assert.Equal(
            [new TabStop(Composed.TextWidth, TabAlignment.Right, DotLeader: true)], line.Format.TabStops));
    }

    [Fact]
    public static void A_line_is_shared_as_long_as_dots_are_left_between_the_two_fields()
    {
        var shared = new List<int>();
        for (var length = 1; length <= 40; length++)
        {
            var name = new string('n', length);
            var blocks = Composed.Blocks(TwoFields, new JsonObject { ["nguoiMuon"] = name }.ToJsonString());
            var style = ((Paragraph)blocks[0]).Style;
            var end = style.Format.FirstLineIndent + Composed.Measure($"Người mượn: {name} ", style.Text);
            if (blocks.Count == 1)
                shared.Add(length);
            Assert.Equal(end + (Composed.Measure(" ", style.Text) * 2) <= Second, blocks.Count == 1);
        }

        Assert.InRange(shared.Count, 5, 35);
    }

    [Fact]
    public static void A_field_without_a_place_takes_a_line_of_its_own()
    {
        var second = TwoFields.Fields[1] with { At = null };
        var block = TwoFields with { Fields = [TwoFields.Fields[0], second], Lines = 1 };

        Assert.Equal(["Người mượn:…", "Ngày sinh:…"], Composed.Lines(block));
    }

    [Fact]
    public static void An_unanswered_line_is_followed_by_rows_of_dots_as_the_definition_says() =>
        Assert.Equal(["Người mượn:…Ngày sinh:…", "…", "…"], Composed.Lines(TwoFields));

    [Theory]
    [InlineData("""{ "nguoiMuon": "An" }""")]
    [InlineData("""{ "ngaySinh": "1990" }""")]
    public static void A_line_of_which_one_field_is_answered_has_no_rows_of_dots(string json) =>
        Assert.Single(Composed.Lines(TwoFields, json));

    [Fact]
    public static void Between_a_value_and_its_dots_there_is_a_space()
    {
        var line = (Paragraph)Composed.Blocks(OneField, """{ "thuThu": "Mạc Văn Khế" }""")[0];

        var style = line.Style.Text;
        var value = new TextRun("Mạc Văn Khế", style) { Control = new Control("/thuThu", "Thủ thư") };
        Assert.Equal(
            [new TextRun("Thủ thư: ", style), value, new TextRun(" ", style), Tab.Instance],
            line.Inlines);
    }

    [Fact]
    public static void After_a_label_in_italics_the_value_is_upright()
    {
        var block = new FieldLineBlock
        {
            Style = "kinhGui",
            Fields = [new LabelledField { Label = "Kính gửi:", Field = "kinhGui" }],
        };
        var form = Engine.Form("phieu-xin-y-kien");
        var record = new FormRecord(form, new Dictionary<string, FieldValue> { ["kinhGui"] = new TextValue("Chi ủy") });
        var runs = FieldLineComposer.Compose(block, new ComposeContext(record, Engine.Fonts)).OfType<Paragraph>()
            .SelectMany(line => line.Inlines).OfType<TextRun>();

        Assert.Equal(
            [("Kính gửi: ", true), ("Chi ủy", false), (" ", false)],
            runs.Select(run => (run.Text, run.Style.Italic)));
    }

    [Fact]
    public static void In_a_style_that_hangs_the_sign_of_the_label_hangs()
    {
        var block = OneField with
        {
            Style = StyleIds.GachDauDong,
            Fields = [OneField.Fields[0] with { Label = "- Thủ thư:" }],
        };

        var line = (Paragraph)Composed.Blocks(block, """{ "thuThu": "Khế" }""")[0];

        var style = line.Style.Text;
        Assert.Equal(
            [
                new TextRun("-", style),
                Tab.Instance,
                new TextRun("Thủ thư: ", style),
                new TextRun("Khế", style) { Control = new Control("/thuThu", "Thủ thư") },
                new TextRun(" ", style),
                Tab.Instance,
            ],
            line.Inlines);
    }

    [Fact]
    public static void A_choice_and_a_long_text_are_printed_on_the_line()
    {
        var block = new FieldLineBlock
        {
            Fields =
            [
                new LabelledField { Label = "Loại:", Field = "loaiSach" },
                new LabelledField { Label = "Ghi chú:", Field = "ghiChu" },
            ],
        };

        Assert.Equal(
            ["Loại: Khoa học tự nhiên và kỹ thuật…", "Ghi chú: Một. Hai.…"],
            Composed.Lines(block, """{ "loaiSach": "khoaHoc", "ghiChu": ["Một.", "Hai."] }"""));
    }
}
