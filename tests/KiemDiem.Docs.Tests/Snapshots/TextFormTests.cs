using System.Globalization;
using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>The texts of the snapshots say everything, and the same everywhere.</summary>
public static class TextFormTests
{
    private static readonly ParagraphFormat Dotted = new()
    {
        LineHeight = Pitch,
        TabStops = [new TabStop(Length.Mm(40), TabAlignment.Right, DotLeader: true)],
    };

    private static readonly Document Everything = Document(
        40,
        10,
        Paragraph("Đảng\u00A0bộ \"xã\""),
        new Paragraph(
            Style(),
            [
                new TextRun("Họ tên: ", Plain with { Bold = true }),
                Tab.Instance,
                new DottedBlank(5, Plain),
                new CheckBox(true, "Tốt", Plain),
            ]) { Format = Dotted },
        new Rule(Length.Mm(20), Pitch),
        new Table([Length.Mm(20), Length.Mm(30)], [new TableRow([[Paragraph("a")], []])]),
        new PageBreak(),
        Paragraph("b\u2060c"));

    [Fact]
    public static void A_tree_has_a_line_for_each_node() => Assert.Equal(
        """
        document "Test" vi-VN 2022-12-05
        subject "Test"
        page 70.56 x 91.72, top 14.11, bottom 7.06, left 7.06, right 7.06, number at 3.53
        font "Times New Roman", body test, page number test
        styles
          test "Test" 16.00pt [line 20.00pt]
          test "Test" 16.00pt [align centre, line 20.00pt]
        blocks
          test "Đảng⍽bộ \"xã\""
          test [tabs >.40.00]
            text (16.00pt bold) "Họ tên: "
            tab
            blank of 5 dots
            box [x] "Tốt"
          rule 20.00 long, 7.06 high
          table 20.00 + 30.00
            row
              cell
                test "a"
              cell
          page break
          test "b\u2060c"

        """,
        TreeText.Of(Everything));

    [Fact]
    public static void A_layout_has_a_line_for_each_item() => Assert.Equal(
        """
        page 1 of 2
        baseline    left   width
           19.76    7.06   30.63  text 16.00pt "Đảng⍽bộ \"xã\""
           26.81    7.06   18.03  text 16.00pt bold "Họ tên: "
           26.81   26.49    7.86  dots 16.00pt every 1.41
           26.81   34.36    7.06  dots 16.00pt every 1.41
           26.81   41.41    3.70  box [x] "Tốt"
           28.22   25.28   20.00  rule 0.31 thick
           40.92    7.06    2.51  text 16.00pt "a"

        page 2 of 2
        baseline    left   width
            9.17   33.87    2.82  text 16.00pt "2"
           19.76    7.06    5.33  text 16.00pt "b\u2060c"

        outline

        """,
        LayoutText.Of(LayoutEngine.LayOut(Everything, Engine.Fonts)));

    [Fact]
    public static void Xml_has_an_element_a_line_and_keeps_its_blanks() => Assert.Equal(
        """
        <w:p xmlns:w="x">
          <w:r>
            <w:t xml:space="preserve"> a  b </w:t>
            <w:t xml:space="preserve"> </w:t>
            <w:br />
          </w:r>
        </w:p>

        """,
        PrettyXml.Of("<?xml version=\"1.0\"?><w:p xmlns:w=\"x\"><w:r><w:t xml:space=\"preserve\"> a  b </w:t>"
            + "<w:t xml:space=\"preserve\"> </w:t><w:br/></w:r></w:p>"));

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public static void The_texts_are_the_same_under_every_culture(string culture)
    {
        const string Sample = "2020-213/phieu-nhan-xet/trong";
        var invariant = SampleSnapshots.Of(Sample);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var made = SampleSnapshots.Of(Sample);
            Assert.Equal(invariant.Select(file => file.Name), made.Select(file => file.Name));
            Assert.Equal(invariant.Select(file => file.Content), made.Select(file => file.Content));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public static void Every_text_ends_each_line_with_a_line_feed_and_nothing_else()
    {
        var texts = SampleSnapshots.Of("2020-213/phieu-nhan-xet/trong").Where(file => !file.IsPicture)
            .Select(file => Encoding.UTF8.GetString(file.Content)).ToList();

        Assert.Equal(4, texts.Count);
        Assert.All(texts, text => Assert.EndsWith("\n", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain('\r', text));
    }
}
