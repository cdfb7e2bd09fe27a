using KiemDiem.Docs.Tests.Support;
using static KiemDiem.Docs.Tests.TheThuc.TheRegulation;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>36-HD/VPTW, III.1.6: the body.</summary>
public static class BodyTests
{
    /// <summary>What is set as text from margin to margin, and not as a heading or a line to fill in.</summary>
    private static readonly string[] Text = ["noiDung", "mucNho", "gachDauDong", "dauCong"];

    public static TheoryData<PrintedForm> All => Everything;

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "Phụ lục 3 (6)")]
    public static void The_body_is_light_and_upright_of_14_or_15_points(PrintedForm form) =>
        new Look(14, 15).AssertOn(form.Of(Text));

    /// <summary>Lines that go on end at the right margin; a label that dots follow does not go on.</summary>
    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "1.6.2")]
    public static void The_body_is_justified(PrintedForm form)
    {
        foreach (var paragraph in form.Of(Text))
        {
            var goesOn = paragraph.Lines.SkipLast(1).Where(line => line.HasSpaces);
            if (paragraph.Lines[^1].Dots.Count > 0 && paragraph.Word.HasTab)
                continue;
            Assert.All(goesOn, line => Assert.Equal(Width - Right, line.Right, 0.1));
            Assert.Equal("both", paragraph.Word.Align);
        }
    }

    /// <summary>"Khoảng 10 mm". The sign of an item stands there, too; that of an item below it further in.</summary>
    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "1.6.2")]
    public static void First_lines_are_indented_by_10_mm(PrintedForm form)
    {
        string[] indented = ["noiDung", "mucLon", "mucNho", "gachDauDong", "dongDien", "kinhGui"];
        foreach (var paragraph in form.Of(indented))
        {
            Assert.Equal(Left + 10, paragraph.Lines[0].Left, Tolerance);
            Assert.Equal(10, paragraph.Word.Left + paragraph.Word.FirstLine, 0.05);
        }

        foreach (var paragraph in form.Of("noiDung"))
        {
            Assert.All(paragraph.Lines.Skip(1), line => Assert.Equal(Left, line.Left, Tolerance));
            Assert.Equal(0, paragraph.Word.Left);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "1.6.2")]
    public static void Paragraphs_are_at_least_6_points_apart(PrintedForm form)
    {
        foreach (var (above, below) in form.Paragraphs.Zip(form.Paragraphs.Skip(1)))
        {
            if (!Body.Contains(above.Style) || !Body.Contains(below.Style))
                continue;
            Assert.True(above.Word.After + below.Word.Before >= 6, above.Word.Text);
            var (last, first) = (above.Lines[^1], below.Lines[0]);
            if (last.Page == first.Page)
                Assert.True(first.Baseline - last.Baseline >= PdfReading.Mm(18 + 6) - 0.05, below.Word.Text);
        }
    }

    /// <summary>Of all lines but the page number's, which is alone.</summary>
    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "1.6.2")]
    public static void Lines_are_at_least_18_points_apart_and_exactly_as_far_as_the_style_says(PrintedForm form)
    {
        foreach (var paragraph in form.Paragraphs)
        {
            Assert.True(paragraph.Word is { IsExact: true, Pitch: >= 18 }, paragraph.Word.Text);
            var lines = paragraph.Lines.Zip(paragraph.Lines.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page);
            Assert.All(lines, pair =>
            {
                var pitch = pair.Second.Baseline - pair.First.Baseline;
                Assert.True(pitch >= PdfReading.Mm(18) - 0.01, pair.Second.Text);
                Assert.Equal(PdfReading.Mm(paragraph.Word.Pitch), pitch, 0.01);
            });
        }
    }
}
