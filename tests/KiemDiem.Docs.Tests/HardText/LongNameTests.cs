using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>
/// Names of bodies, places, persons and posts of every length in every line of every form: nothing touches anything.
/// </summary>
public static class LongNameTests
{
    /// <summary>Between the two columns of the header, beside each other.</summary>
    private static readonly Length MinGap = Length.Mm(2);

    /// <summary>Taken word by word: bodies from one line to six in the header, field lines from one to three.</summary>
    private const string Words = "Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy kiêm Trưởng ban Quản lý "
        + "dự án đầu tư xây dựng Khu kinh tế cửa khẩu Tân Phong - Hòa Bình nhiệm kỳ 2020-2025 và những năm tiếp theo";

    private static readonly string[] Places =
    [
        "Huế", "Thành phố Hồ Chí Minh", "Thành phố Phan Rang - Tháp Chàm", "Thị trấn Nông trường Mẫu Sơn Đông",
        "Thị xã Mẫu", "Quận 12", "Thành phố Tân Phong trực thuộc tỉnh Thừa Thiên - Mẫu Phong",
    ];

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    public static TheoryData<string, string> FormsAndPlaces =>
        [.. Engine.Renderer.Forms.FormIds.SelectMany(form => Places.Select(place => (form, place)))];

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Names_of_any_length_collide_with_nothing(string form)
    {
        for (var words = 1; words <= Words.Split(' ').Length; words++)
        {
            var text = string.Join(' ', Words.Split(' ').Take(words));
            AssertSound(FilledForm.WithEveryText(Engine.Form(form), text));
        }
    }

    /// <summary>With the date whole, known in part and left for the pen.</summary>
    [Theory]
    [MemberData(nameof(FormsAndPlaces))]
    public static void Places_of_any_length_leave_the_date_whole(string form, string place)
    {
        foreach (var date in (string[])["2022-12-05", "2022-12", "2022"])
        {
            var record = FilledForm.WithEveryText(Engine.Form(form), Words, place, date);
            AssertSound(record);
            AssertDateWhole(record, place);
        }
    }

    /// <summary>What the tests above speak of is what they are given.</summary>
    [Fact]
    public static void The_longest_names_take_the_lines_that_they_should()
    {
        foreach (var form in Engine.Renderer.Forms.Forms)
        {
            var lines = Lines(FilledForm.WithEveryText(form, Words)).GroupBy(line => line.Line.Source)
                .Select(lines => (Style: StyleOf(lines.First()), Count: lines.Count()))
                .ToList();
            Assert.All(
                lines.Where(line => line.Style is "coQuanCapTren" or "coQuanBanHanh" or "chiBoDauTrang" or "chucVuKy"),
                line => Assert.True(line.Count >= 2, $"{line.Style} takes {line.Count} lines."));
            Assert.Contains(lines, line => line.Style is "coQuanCapTren" && line.Count >= 3);
            Assert.Contains(lines, line => line is { Style: "hoTenKy", Count: >= 2 });
            if (form.Blocks.OfType<FieldLineBlock>().Any())
                Assert.Contains(lines, line => line is { Style: "dongDien" or "kinhGui", Count: >= 3 });
        }
    }

    /// <summary>An independent reader finds each line's ink where the layout has it: both can be trusted.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void The_ink_of_the_PDF_is_the_ink_of_the_layout(string form)
    {
        var record = FilledForm.WithEveryText(Engine.Form(form), Words + " ẮẬỖ Ê\u0306");
        var laidOut = LayoutInk.Of(Engine.Renderer.LayOut(record)).Where(box => box.Text is not ("…" or "□" or "___"));
        var pdf = PdfInk.Of(Engine.Renderer.RenderPdf(record));

        Assert.Equal(Extent(laidOut), Extent(pdf));
    }

    /// <summary>Of each line, in points: from where to where, how far up and how far down.</summary>
    private static List<string> Extent(IEnumerable<InkBox> ink) => [.. ink
        .GroupBy(box => (box.Page, Baseline: Math.Round(box.Baseline)))
        .Select(line => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{line.Key} {line.Min(box => box.Left):0} {line.Max(box => box.Right):0} "
                + $"{line.Key.Baseline - line.Min(box => box.Top):0} "
                + $"{line.Max(box => box.Bottom) - line.Key.Baseline:0}"))
        .Order(StringComparer.Ordinal)];

    private static void AssertSound(FormRecord record)
    {
        var laidOut = Engine.Renderer.LayOut(record);
        var pdf = Engine.Renderer.RenderPdf(record);
        foreach (var ink in (List<InkBox>[])[LayoutInk.Of(laidOut), PdfInk.Of(pdf)])
        {
            InkBox.AssertLinesApart(ink);
            InkBox.AssertInside(ink, laidOut.Document.Page);
            AssertColumnsApart(laidOut, ink);
        }

        Squash.AssertHolds(record, Squash.Pdf(pdf), "PDF");
        Squash.AssertHolds(record, Squash.Docx(Engine.Renderer.RenderDocx(record)), "DOCX");
        LayoutRules.AssertKept(laidOut);
    }

    /// <summary>The header's two columns keep their distance, and the title begins below the longer one.</summary>
    private static void AssertColumnsApart(LaidOutDocument laidOut, List<InkBox> ink)
    {
        var lines = laidOut.Pages[0].Lines;
        var right = lines.Max(line => line.X).Points;
        var title = lines.Single(line => StyleOf(line) is "tenLoai");
        var (top, bottom) = (lines.First(line => StyleOf(line) is "coQuanCapTren").Top, title.Top);
        var header = ink.Where(box => box.Page == 1 && box.Baseline > top.Points && box.Baseline < bottom.Points)
            .ToLookup(box => (box.Left + box.Right) / 2 < right);
        var gap = InkBox.Gap(header[true], [.. header[false]]);

        Assert.NotEmpty(header[false]);
        Assert.True(gap >= MinGap.Points, $"The columns of the header are {gap:0.00} pt apart.");
        Assert.All(header.SelectMany(column => column), box => Assert.True(
            box.Bottom < title.Top.Points, $"{box} reaches into the title."));
    }

    /// <summary>
    /// "ngày 05 tháng 12 năm 2022" stands on one line; where the place needs the line before, it has it for itself.
    /// </summary>
    private static void AssertDateWhole(FormRecord record, string place)
    {
        var lines = Lines(record).Where(line => StyleOf(line) is "diaDanhNgayThang").Select(TextOf).ToList();
        var theThuc = record.Form.Edition.TheThuc;
        var room = theThuc.Page.TextWidth - theThuc.HeaderLeftWidth;
        var style = theThuc.ParagraphStyles["diaDanhNgayThang"].Text;

        Assert.Matches("^(.*, )?ngày +([0-9]+ )? *tháng +([0-9]+ )? *năm 2022$", lines[^1]);
        if (lines.Count > 1 && Engine.Fonts.Measure(theThuc.FontFamily, style, place + ",") <= room)
            Assert.Equal(place + ",", Assert.Single(lines.SkipLast(1)));
    }

    private static IEnumerable<PlacedLine> Lines(FormRecord record) =>
        Engine.Renderer.LayOut(record).Pages.SelectMany(page => page.Lines);

    private static string TextOf(PlacedLine line) => string
        .Concat(line.Line.Items.OfType<TextItem>().SelectMany(item => item.Words)
            .Select(word => word.Word.Text + (word.SpaceAfter ? " " : string.Empty)))
        .Replace('\u00A0', ' ').Trim();

    private static string? StyleOf(PlacedLine line) => (line.Line.Source as Paragraph)?.Style.Id;
}
