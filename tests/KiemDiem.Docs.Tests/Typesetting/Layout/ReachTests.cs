using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Typesetting.Layout;

/// <summary>
/// Where a line is full to the twip, as LibreOffice 7.4.7 has it: paragraphs of one line were printed from Word files
/// with the right indent varied twip by twip. See docs/word/text-widths.md.
/// </summary>
public static class ReachTests
{
    private static readonly TextStyle Body = new(Length.Pt(14));

    /// <summary>Bold up to the bar.</summary>
    [Theory]
    [InlineData("Đảng ủy chi bộ kiểm điểm đánh giá xếp loại nghiêm túc", 6292)]
    [InlineData("thường xuyên chuyển biến trách nhiệm phương hướng", 6103)]
    [InlineData("Kết luận số 21-KL/TW ngày 25-10-2021 của Trung ương", 6459)]
    [InlineData("nhiệt độ -5 độ, tăng -7 điểm so với năm -2021", 5148)]
    [InlineData("mức -12 rồi -34 rồi -56 rồi -78", 3409)]
    [InlineData("tăng 12–13% mỗi năm…rồi giảm dần trong kỳ", 5250)]
    [InlineData("Ưu điểm: |hoàn thành tốt nhiệm vụ được giao trong năm", 6325)]
    public static void A_line_takes_the_width_that_LibreOffice_needs_for_it(string text, int twips)
    {
        var parts = text.Split('|');
        IReadOnlyList<Inline> inlines = parts.Length == 1
            ? [new TextRun(text, Body)]
            : [new TextRun(parts[0], Body with { Bold = true }), new TextRun(parts[1], Body)];

        Assert.Equal(2, Lines(inlines, twips - 1));
        Assert.Equal(1, Lines(inlines, twips));
    }

    /// <summary>Right-aligned to the margin: rounding must not push the last word over it.</summary>
    [Fact]
    public static void Text_behind_a_right_aligned_tab_stays_on_its_line()
    {
        const int Width = 9000;
        var format = new ParagraphFormat
        {
            LineHeight = Length.Pt(18),
            TabStops = [new TabStop(Length.OfTwips(Width), TabAlignment.Right)],
        };
        var style = new ParagraphStyle("noiDung", "Nội dung", Body, format);
        var text = new TextRun("Đảng ủy chi bộ kiểm điểm đánh giá 21-KL/TW", Body);

        Assert.Single(Breaker().Break(new Paragraph(style, [Tab.Instance, text]), Length.OfTwips(Width)));
    }

    [Fact]
    public static void Text_that_has_no_room_before_a_right_aligned_stop_goes_on_to_the_right()
    {
        var format = new ParagraphFormat
        {
            LineHeight = Length.Pt(18),
            TabStops = [new TabStop(Length.OfTwips(2000), TabAlignment.Right)],
        };
        var style = new ParagraphStyle("noiDung", "Nội dung", Body, format);
        var label = new TextRun("Đảng ủy chi bộ ", Body);
        var text = new TextRun("kiểm điểm đánh giá", Body);

        var breaker = Breaker();
        var lines = breaker.Break(new Paragraph(style, [label, Tab.Instance, text]), Length.OfTwips(2400));

        Assert.All(lines, line => Assert.All(line.Items.OfType<TextItem>(), item =>
        {
            var last = item.Words[^1];
            Assert.True(last.X + item.Face.Scale(last.Word.Width, item.Style.Size) <= Length.OfTwips(2401));
        }));
    }

    private static int Lines(IReadOnlyList<Inline> inlines, int twips)
    {
        var style = new ParagraphStyle("noiDung", "Nội dung", Body, new ParagraphFormat { LineHeight = Length.Pt(18) });
        return Breaker().Break(new Paragraph(style, inlines), Length.OfTwips(twips)).Count;
    }

    private static LineBreaker Breaker() => new("Times New Roman", Engine.Fonts);
}
