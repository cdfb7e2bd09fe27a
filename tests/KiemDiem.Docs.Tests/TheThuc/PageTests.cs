using System.Globalization;
using System.Text;
using KiemDiem.Docs.Tests.Support;
using static KiemDiem.Docs.Tests.TheThuc.TheRegulation;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>36-HD/VPTW, III.4: letters, paper, margins, page numbers.</summary>
public static class PageTests
{
    /// <summary>One twentieth of a point, Word's unit, and the rounding to it.</summary>
    private const double Twip = 0.02;

    /// <summary>In a line of exactly 18 pt Word sets the baseline four fifths down.</summary>
    private const double FirstBaseline = 18 * 0.8;

    /// <summary>Times New Roman, 14 pt: from the top of its line down to the baseline, 0.891 em.</summary>
    private const double NumberAscent = 14 * 0.891;

    public static TheoryData<PrintedForm> All => Everything;

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "4.1")]
    public static void Letters_are_composed_Vietnamese_letters_in_Times_New_Roman(PrintedForm form)
    {
        Assert.All(form.Paragraphs, paragraph =>
        {
            Assert.True(paragraph.Text.IsNormalized(NormalizationForm.FormC), paragraph.Text);
            Assert.True(paragraph.Word.Text.IsNormalized(NormalizationForm.FormC), paragraph.Word.Text);
            Assert.All(Look.Written(paragraph), run => Assert.Equal("Times New Roman", run.Font));
        });
        Assert.All(
            form.Pdf.Pages.SelectMany(page => page.Letters),
            letter => Assert.Matches("^[A-Z]{6}[+]LiberationSerif(-|$)", letter.Font));
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "4.2")]
    public static void The_paper_is_A4(PrintedForm form)
    {
        Assert.All(form.Pdf.Pages, page =>
        {
            Assert.Equal(Width, page.Width, 0.1);
            Assert.Equal(Height, page.Height, 0.1);
        });
        var size = form.Word.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageSize>()!;
        Assert.Equal(Width, DocxReading.Mm(size.Width!.Value), Twip);
        Assert.Equal(Height, DocxReading.Mm(size.Height!.Value), Twip);
    }

    /// <summary>
    /// The text begins and ends at the margins, and nowhere goes over them. An italic letter may lean out a little:
    /// what is measured are the widths of the letters, not their ink.
    /// </summary>
    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "4.3")]
    public static void The_margins_are_20_20_30_and_15_mm(PrintedForm form)
    {
        var lines = form.Paragraphs.SelectMany(paragraph => paragraph.Lines).ToList();
        Assert.Equal(Left, lines.Min(line => line.Left), Tolerance);
        Assert.Equal(Width - Right, lines.Max(line => line.Right), Tolerance);
        foreach (var page in lines.GroupBy(line => line.Page))
        {
            Assert.Equal(Top + PdfReading.Mm(FirstBaseline), page.Min(line => line.Baseline), Tolerance);
            Assert.InRange(page.Max(line => line.Baseline), Top, Height - Bottom);
        }

        var margins = form.Word.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageMargin>()!;
        Assert.Equal(Top, DocxReading.Mm(margins.Top!.Value), Twip);
        Assert.Equal(Bottom, DocxReading.Mm(margins.Bottom!.Value), Twip);
        Assert.Equal(Left, DocxReading.Mm(margins.Left!.Value), Twip);
        Assert.Equal(Right, DocxReading.Mm(margins.Right!.Value), Twip);
        Assert.Equal(0u, margins.Gutter!.Value);
        Assert.All(form.Word.Paragraphs, paragraph =>
        {
            Assert.True(paragraph.Left + Math.Min(0, paragraph.FirstLine) >= 0, paragraph.Text);
            Assert.True(paragraph.Right >= 0, paragraph.Text);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "4.4")]
    public static void Pages_after_the_first_are_numbered_in_the_middle_10_mm_from_the_edge(PrintedForm form)
    {
        foreach (var page in form.Pdf.Pages)
        {
            var number = page.Letters.Where(letter => !Pairing.IsText(letter)).ToList();
            var expected = page.Number > 1 ? page.Number.ToString(CultureInfo.InvariantCulture) : string.Empty;
            Assert.Equal(expected, string.Concat(number.Select(letter => letter.Text)));
            if (number.Count == 0)
                continue;
            Assert.Equal(TextCentre, (number[0].Left + number[^1].Right) / 2, Tolerance);
            Assert.All(number, digit => Assert.Equal(10 + PdfReading.Mm(NumberAscent), digit.Baseline, Tolerance));
            Assert.All(number, digit => Assert.True(digit.InkTop >= 10));
        }

        var margins = form.Word.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageMargin>()!;
        Assert.Equal(10, DocxReading.Mm(margins.Header!.Value), Twip);
        Assert.NotNull(form.Word.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TitlePage>());
        Assert.All(form.Word.FirstHeader, line => Assert.Empty(line.Text));
        Assert.All(form.Word.FirstHeader, line => Assert.Empty(line.Fields));
        var header = Assert.Single(form.Word.OtherHeader);
        Assert.Equal(["PAGE"], header.Fields);
        Assert.Equal("center", header.Align);
        Assert.Equal(TextWidth / 2, header.Centre(TextWidth), Tolerance);
        Assert.Equal(0, header.FirstLine);
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait(Clause, "Phụ lục 3 (15)")]
    public static void The_page_number_is_14_upright(PrintedForm form)
    {
        var look = new Look(14);
        Assert.All(
            form.Pdf.Pages.SelectMany(page => page.Letters.Where(letter => !Pairing.IsText(letter))), look.AssertOn);
        Assert.All(Assert.Single(form.Word.OtherHeader).Runs, look.AssertOn);
    }
}
