using System.Globalization;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>
/// Capitals with stacked marks keep every pixel in a line of exact height: in our PDF, and in the Word file as
/// LibreOffice prints it. They are held against the same letters in lines with 30 pt more.
/// </summary>
public sealed class AccentPixelTests(AccentPixelTests.Printed printed) : IClassFixture<AccentPixelTests.Printed>
{
    /// <summary>Four pixels to the point: 30 pt more, of which 24 are above the baseline, are whole pixels.</summary>
    private const int DotsPerInch = 288;

    private const int PixelsPerPoint = DotsPerInch / 72;

    /// <summary>Of ink, from 0 to 255: paler pixels are the edge of a letter.</summary>
    private const int Dark = 128;

    private static readonly Length Looser = Length.Pt(30);

    public static TheoryData<string> Files => ["pdf", "docx"];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_accent_loses_a_row_of_ink(string file)
    {
        var (tight, loose) = (printed.Pages(file, "tight"), printed.Pages(file, "loose"));
        Assert.Equal(printed.Tight.Styles.Count, tight.Count);
        Assert.Equal(tight.Count, loose.Count);
        for (var page = 0; page < tight.Count; page++)
        {
            for (var line = 0; line < AccentSheet.LinesOfAPage; line++)
                AssertSameInk(file, tight[page], loose[page], page, line);
        }
    }

    /// <summary>A white row parts descenders from the accents below, in every style that takes values.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Between_descenders_and_the_accents_below_them_there_is_white(string file)
    {
        var pages = printed.Pages(file, "tight");
        var values = ValueStyles.Of(printed.TheThuc);
        for (var page = 0; page < pages.Count; page++)
        {
            var style = printed.Tight.Styles[page];
            if (!values.Contains(style.Id))
                continue;
            var baselines = printed.TightBaselines[page];
            var (from, to) = (Row(baselines[1]) + 2, Row(baselines[2] - (style.Text.Size * 0.6)));
            var white = Enumerable.Range(from, to - from).Count(row => IsWhite(pages[page], row));
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{file} {style.Id}: {white / (double)PixelsPerPoint:0.00} pt of white"));
            Assert.True(white >= 1, $"{file}: in {style.Id} accents touch the line above.");
        }
    }

    private void AssertSameInk(string file, GreyPage tight, GreyPage loose, int page, int line)
    {
        var style = printed.Tight.Styles[page];
        var (own, other) = (Row(printed.TightBaselines[page][line]), Row(printed.LooseBaselines[page][line]));
        var above = (int)Math.Ceiling(style.Text.Size.Points * 1.1) * PixelsPerPoint;
        var lost = 0;
        var ink = 0;
        for (var row = -above; row < 0; row++)
        {
            for (var x = 0; x < loose.Width; x++)
            {
                if (!IsInk(loose, x, other + row))
                    continue;
                ink++;
                if (!IsInk(tight, x, own + row))
                    lost++;
            }
        }

        Assert.True(ink > 1000, $"{file}: {style.Id}, line {line + 1}: there is no ink to compare.");
        Assert.True(lost == 0, $"{file}: {style.Id}, line {line + 1}: {lost} of {ink} pixels of ink are lost.");
    }

    private static int Row(Length fromTop) => (int)Math.Round(fromTop.Points * PixelsPerPoint);

    private static bool IsInk(GreyPage picture, int x, int y) => picture.Row(y)[x] < 255 - Dark;

    private static bool IsWhite(GreyPage picture, int y) =>
        picture.Row(y).IndexOfAnyExceptInRange((byte)250, (byte)255) < 0;

    /// <summary>Both sheets as PDF and through LibreOffice, in one run of it.</summary>
    public sealed class Printed : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Dictionary<string, List<GreyPage>> pictures = [];

        public Printed()
        {
            (Tight, Loose) = (new AccentSheet(TheThuc, Length.Zero), new AccentSheet(TheThuc, Looser));
            (TightBaselines, LooseBaselines) = (Tight.Baselines(), Loose.Baselines());
            foreach (var (name, sheet) in ((string, AccentSheet)[])[("tight", Tight), ("loose", Loose)])
            {
                File.WriteAllBytes(folder.File($"{name}.docx"), sheet.Docx());
                File.WriteAllBytes(folder.File($"pdf-{name}.pdf"), sheet.Pdf());
            }

            Directory.CreateDirectory(folder.File("print"));
            LibreOffice.Print([folder.File("tight.docx"), folder.File("loose.docx")], folder.File("print"));
            foreach (var name in (string[])["tight", "loose"])
                File.Move(folder.File(Path.Combine("print", name + ".pdf")), folder.File($"docx-{name}.pdf"));
        }

        internal KiemDiem.Docs.Forms.TheThuc TheThuc { get; } = Engine.Renderer.Forms.Editions[0].TheThuc;

        internal AccentSheet Tight { get; }

        internal AccentSheet Loose { get; }

        internal List<List<Length>> TightBaselines { get; }

        internal List<List<Length>> LooseBaselines { get; }

        internal List<GreyPage> Pages(string file, string sheet)
        {
            var name = $"{file}-{sheet}";
            if (pictures.TryGetValue(name, out var known))
                return known;
            return pictures[name] = GreyPage.Of(folder.File(name + ".pdf"), DotsPerInch);
        }

        public void Dispose() => folder.Dispose();
    }
}
