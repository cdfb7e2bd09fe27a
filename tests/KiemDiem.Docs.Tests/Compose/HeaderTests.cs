using System.Text.Json.Nodes;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

/// <summary>The columns of the header; those of signatures are lowered by the same code.</summary>
public static class HeaderTests
{
    private static readonly StyledLine Library = new()
    {
        Style = "cotDau",
        Text = "Thư viện {tenThuVien}",
    };

    /// <summary>The left column of the made-up edition: 50 mm, as near as a Word file can tell.</summary>
    private static readonly Length LeftColumn = Length.Mm(50).OnTwips;

    [Fact]
    public static void The_two_columns_fill_the_width_of_the_text()
    {
        var table = Header([Library], [Library]);

        Assert.Equal([LeftColumn, Composed.TextWidth - LeftColumn], table.ColumnWidths);
        Assert.Equal(2, Assert.Single(table.Rows).Cells.Count);
    }

    [Fact]
    public static void Lines_stand_in_their_column_from_top_to_bottom()
    {
        var other = Library with { Text = "PHIẾU" };
        var cells = Header([Library, other], [other], """{ "tenThuVien": "Cây Bàng" }""").Rows[0].Cells;

        Assert.Equal(["Thư viện Cây Bàng", "PHIẾU"], DocumentText.Lines(cells[0]));
        Assert.Equal(["PHIẾU"], DocumentText.Lines(cells[1]));
    }

    [Theory]
    [InlineData("Đường ưu tiên", "THƯ VIỆN ĐƯỜNG ƯU TIÊN")]
    [InlineData("H'Lŏng Ê\u0306ban", "THƯ VIỆN H'LŎNG Ê\u0306BAN")]
    [InlineData("xã ß", "THƯ VIỆN XÃ ß")]
    public static void A_line_in_capitals_has_its_values_in_capitals(string name, string expected) => Assert.Equal(
        [expected], Left(Library with { Capitals = true }, new JsonObject { ["tenThuVien"] = name }.ToJsonString()));

    [Fact]
    public static void A_line_that_is_not_in_capitals_keeps_its_letters() =>
        Assert.Equal(["Thư viện Cây Bàng"], Left(Library, """{ "tenThuVien": "Cây Bàng" }"""));

    [Fact]
    public static void The_words_for_an_unanswered_line_stand_only_there()
    {
        var line = Library with { Blank = "THƯ VIỆN CHƯA CÓ TÊN" };

        Assert.Equal(["THƯ VIỆN CHƯA CÓ TÊN"], Left(line));
        Assert.Equal(["Thư viện Cây Bàng"], Left(line, """{ "tenThuVien": "Cây Bàng" }"""));
    }

    [Fact]
    public static void An_optional_line_without_its_value_is_left_out_altogether()
    {
        var line = Library with { Optional = true, Rule = true };

        Assert.Empty(Header([line], []).Rows[0].Cells[0]);
        Assert.Equal(["Thư viện Cây Bàng"], Left(line, """{ "tenThuVien": "Cây Bàng" }"""));
    }

    [Fact]
    public static void A_line_with_one_of_its_values_is_neither_blank_nor_left_out()
    {
        var line = Library with { Text = "{tenThuVien}, {phongDoc}", Optional = true, Blank = "TRỐNG" };

        Assert.Equal(["Cây Bàng,…"], Left(line, """{ "tenThuVien": "Cây Bàng" }"""));
    }

    [Fact]
    public static void A_rule_is_exactly_as_long_as_the_line_above_it()
    {
        var cell = Header([Library with { Text = "GIỮ GÌN SÁCH VỞ", Rule = true }], []).Rows[0].Cells[0];

        var rule = Assert.IsType<Rule>(cell[1]);
        Assert.Equal(Composed.Measure("GIỮ GÌN SÁCH VỞ", ((Paragraph)cell[0]).Style.Text), rule.Width);
    }

    [Fact]
    public static void The_blanks_of_a_centred_line_are_leaders_and_the_whole_stands_in_the_middle()
    {
        var line = (Paragraph)Header([Library], []).Rows[0].Cells[0][0];
        var words = Composed.Measure("Thư viện ", line.Style.Text);
        var dots = Composed.Measure(new string('.', 12), line.Style.Text);

        var stop = Assert.Single(line.Format.TabStops);
        Assert.True(stop.DotLeader);
        Assert.DoesNotContain(line.Inlines, inline => inline is DottedBlank);
        Assert.Equal(Alignment.Left, line.Format.Alignment);
        Assert.InRange((line.Format.LeftIndent + words + dots - stop.Position).Emu, -2, 2);
        Assert.InRange((line.Format.LeftIndent - (LeftColumn - stop.Position)).Emu, -2, 2);
    }

    [Fact]
    public static void Blanks_shrink_rather_than_make_the_line_wrap()
    {
        var wordy = Library with { Text = "Thư viện của trường {phongDoc}" };
        var line = (Paragraph)Header([wordy], []).Rows[0].Cells[0][0];

        var stop = Assert.Single(line.Format.TabStops);
        var dots = Composed.Measure(new string('.', 30), line.Style.Text);
        var words = Composed.Measure("Thư viện của trường ", line.Style.Text);
        Assert.True(words + dots > LeftColumn);
        Assert.InRange((LeftColumn - stop.Position).Points, 0, 1);
        Assert.InRange(line.Format.LeftIndent.Points, 0, 1);
    }

    /// <summary>Widths are rounded: a whole column would be one unit too narrow for shrunken blanks.</summary>
    [Fact]
    public static void A_line_whose_blanks_shrink_stays_one_line_whatever_stands_last()
    {
        var style = Composed.TheThuc.ParagraphStyles["cotDau"];
        for (var letters = 1; letters < 60; letters++)
        {
            var wordy = Library with { Text = new string('n', letters) + " {phongDoc} cũ" };
            var line = (Paragraph)Header([wordy], []).Rows[0].Cells[0][0];
            if (line.Format.TabStops.Count == 0)
                continue;
            var words = Composed.Measure(" cũ", style.Text);
            Assert.True(line.Format.TabStops[0].Position + words <= Length.Mm(50), $"{letters} letters wrap.");
        }
    }

    [Fact]
    public static void A_centred_line_that_wraps_is_balanced()
    {
        var text = "THƯ VIỆN THIẾU NHI PHƯỜNG HOA";
        var line = (Paragraph)Header([Library with { Text = text }], []).Rows[0].Cells[0][0];

        var (loose, balanced) = (Wrap(text, line, Length.Mm(50)), Wrap(text, line, Room(line)));

        Assert.True(loose.Count > 1);
        Assert.Equal(loose.Count, balanced.Count);
        Assert.True(balanced[^1] > loose[^1], "The last line should have got longer.");
        Assert.Equal(line.Format.LeftIndent, line.Format.RightIndent);
    }

    [Fact]
    public static void A_centred_line_that_does_not_wrap_is_left_as_it_is()
    {
        var line = (Paragraph)Header([Library with { Text = "PHIẾU" }], []).Rows[0].Cells[0][0];

        Assert.Same(line.Style.Format, line.Format);
    }

    [Fact]
    public static void A_word_wider_than_its_column_is_left_to_the_line_breaker()
    {
        var line = (Paragraph)Header([Library with { Text = "Ô " + new string('W', 60) }], []).Rows[0].Cells[0][0];

        Assert.InRange(line.Format.LeftIndent.Emu, 0, Length.Pt(1).Emu);
        Assert.InRange(line.Format.RightIndent.Emu, 0, Length.Pt(1).Emu);
    }

    private static Table Header(IReadOnlyList<StyledLine> left, IReadOnlyList<StyledLine> right, string json = "{}") =>
        Assert.IsType<Table>(Assert.Single(Composed.Blocks(new HeaderBlock { Left = left, Right = right }, json)));

    private static IReadOnlyList<string> Left(StyledLine line, string json = "{}") =>
        DocumentText.Lines(Header([line], [], json).Rows[0].Cells[0]);

    private static Length Room(Paragraph line) => Length.Mm(50) - line.Format.LeftIndent - line.Format.RightIndent;

    /// <summary>The widths of the lines of a text, set first-fit.</summary>
    private static List<Length> Wrap(string text, Paragraph line, Length room)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && Composed.Measure($"{lines[^1]} {word}", line.Style.Text) <= room)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return [.. lines.Select(one => Composed.Measure(one, line.Style.Text))];
    }
}
