using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Layout;

public static class LineBreakerTests
{
    [Fact]
    public static void A_leader_fills_the_line_up_to_the_right_margin()
    {
        var stops = new ParagraphFormat { TabStops = [new TabStop(Column * 20, TabAlignment.Right, DotLeader: true)] };
        var paragraph = new Paragraph(Style(stops), [new TextRun("iiii", Plain), Tab.Instance]);

        Assert.Equal("|iiii................|", Of(20, 4, paragraph)[..22].Replace(' ', '.'));
    }

    [Fact]
    public static void A_line_takes_words_until_one_does_not_fit()
    {
        // Ten full stops are ten columns wide, and so is each word with its space.
        Assert.Equal(
            """
            |......... ......... |
            |.........           |
            """,
            Of(20, 4, Paragraph("......... ......... .........")));
    }

    [Fact]
    public static void The_space_at_the_end_of_a_line_hangs_out_and_takes_no_room() =>
        Assert.Equal("|.........|\n|.........|", Of(9, 4, Paragraph("......... .........")));

    [Fact]
    public static void Justified_lines_end_at_the_margin_and_the_last_does_not()
    {
        var lines = LayOut(24, 9, Paragraph("....... ....... ....... .......", new() { Alignment = Alignment.Justify }))
            .Pages[0].Lines;

        Assert.Equal(Column * 24, End(lines[0]));
        Assert.True(End(lines[1]) < Column * 24);
    }

    [Fact]
    public static void After_a_tab_only_what_follows_it_is_stretched()
    {
        var format = new ParagraphFormat
        {
            Alignment = Alignment.Justify,
            LeftIndent = Column * 4,
            FirstLineIndent = Column * -4,
        };
        var item = new Paragraph(
            Style(format), [new TextRun("-", Plain), Tab.Instance, new TextRun("..... ..... ..... .....", Plain)]);
        var first = LayOut(20, 9, item).Pages[0].Lines[0].Line;

        var words = first.Items.OfType<TextItem>().SelectMany(text => text.Words).ToList();
        Assert.Equal(Length.Zero, words[0].X);
        Assert.Equal(Column * 4, words[1].X);
    }

    [Fact]
    public static void A_hanging_sign_stands_out_and_the_other_lines_are_indented()
    {
        var format = new ParagraphFormat { LeftIndent = Column * 3, FirstLineIndent = Column * -3 };
        var item = new Paragraph(
            Style(format), [new TextRun("-", Plain), Tab.Instance, new TextRun("........ ........", Plain)]);

        Assert.Equal("|-  ........  |\n|   ........  |", Of(13, 4, item));
    }

    [Theory]
    [InlineData("21-KL/TW")]
    [InlineData("44/2020/QĐ-UBND")]
    [InlineData("05/12/2022")]
    [InlineData("1.234.567,89")]
    [InlineData("2019-2022")]
    [InlineData("12–13%")]
    [InlineData("kinh-tế—xã-hội")]
    public static void A_sign_is_never_torn_at_a_line_end(string sign)
    {
        for (var before = 1; before < 40; before++)
        {
            var text = new string('.', before) + " " + sign + " " + sign + " .....";
            var words = LayOut(40, 20, Paragraph(text)).Pages[0].Lines.SelectMany(Words).ToList();

            Assert.Equal(2, words.Count(word => word == sign));
        }
    }

    [Fact]
    public static void A_word_longer_than_a_line_is_cut_and_nothing_of_it_is_lost()
    {
        var token = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('a' + (i % 26))));
        var lines = LayOut(40, 20, Paragraph("..... " + token + " .....")).Pages[0].Lines;

        Assert.True(lines.Count > 5);
        Assert.All(lines, line => Assert.True(End(line) <= Column * 40));
        Assert.Equal("....." + token + ".....", string.Concat(lines.SelectMany(Words)));
    }

    [Fact]
    public static void A_word_is_not_cut_between_a_letter_and_its_mark()
    {
        var token = string.Concat(Enumerable.Repeat("Ê\u0306", 60));
        var words = LayOut(41, 20, Paragraph(token)).Pages[0].Lines.SelectMany(Words).ToList();

        Assert.Equal(token, string.Concat(words));
        Assert.All(words, word => Assert.NotEqual('\u0306', word[0]));
    }

    [Fact]
    public static void A_blank_and_a_box_take_their_room_and_do_not_split()
    {
        var line = new Paragraph(Style(), [
            new TextRun(".. ", Plain),
            new DottedBlank(6, Plain),
            new TextRun(" .. ", Plain),
            new CheckBox(true, "Tốt", Plain),
        ]);

        Assert.Equal("|.. ...... .. |\n|[x]          |", Of(13, 4, line));
    }

    [Fact]
    public static void An_empty_paragraph_is_one_empty_line() =>
        Assert.Equal(2, LayOut(10, 5, Paragraph(string.Empty), Paragraph(".")).Pages[0].Lines.Count);

    [Fact]
    public static void Centred_and_right_lines_stand_where_they_should()
    {
        Assert.Equal("|  ....  |", Of(8, 4, Paragraph("....", new() { Alignment = Alignment.Centre })));
        Assert.Equal("|    ....|", Of(8, 4, Paragraph("....", new() { Alignment = Alignment.Right })));
    }

    private static Length End(PlacedLine line)
    {
        var last = line.Line.Items.OfType<TextItem>().Last();
        var word = last.Words[^1];
        return word.X + last.Face.Scale(word.Word.Width, last.Style.Size);
    }

    private static IEnumerable<string> Words(PlacedLine line) => SetWords.Of(line.Line);
}
