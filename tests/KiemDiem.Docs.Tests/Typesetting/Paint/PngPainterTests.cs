using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Paint;
using KiemDiem.Docs.Typesetting.Pdf;
using SkiaSharp;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Paint;

public static class PngPainterTests
{
    private static readonly Block[] Blocks =
    [
        new Paragraph(
            Style(new ParagraphFormat { TabStops = [new TabStop(Column * 30, TabAlignment.Right, DotLeader: true)] }),
            [
                new TextRun("Ắ Ậ Ỗ gỹ ", Plain),
                new CheckBox(true, "a", Plain),
                new CheckBox(false, "b", Plain),
                Tab.Instance,
            ]),
        new Rule(Column * 20, Pitch),
        Paragraph("Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ];

    [Fact]
    public static void The_picture_is_as_large_as_the_paper()
    {
        using var picture = Picture(96);
        Assert.Equal((213, 187), (picture.Width, picture.Height));
    }

    /// <summary>The picture and poppler's picture of the PDF show ink in the same places.</summary>
    [Fact]
    public static void The_picture_shows_what_the_PDF_shows()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), PdfWriter.Write(LayOut(30, 4, Blocks)));
        Tool.Run("pdftoppm", ["-r", "144", "-gray", "-singlefile", "-png", folder.File("a.pdf"), folder.File("a")]);
        using var theirs = SKBitmap.Decode(folder.File("a.png"));
        using var ours = Picture(144);

        Assert.Equal((theirs.Width, theirs.Height), (ours.Width, ours.Height));
        var (shared, all) = Ink(ours, theirs);
        Assert.True(shared > 0.9 * all, $"Only {shared} of {all} dark pixels are shared.");
    }

    [Fact]
    public static void The_same_page_gives_the_same_bytes() =>
        Assert.Equal(PngPainter.Paint(LayOut(30, 4, Blocks), 1, 96), PngPainter.Paint(LayOut(30, 4, Blocks), 1, 96));

    [Fact]
    public static void A_page_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PngPainter.Paint(LayOut(30, 4, Blocks), 9, 96));

    private static SKBitmap Picture(int dotsPerInch) =>
        SKBitmap.Decode(PngPainter.Paint(LayOut(30, 4, Blocks), 1, dotsPerInch));

    private static (int Shared, int All) Ink(SKBitmap a, SKBitmap b)
    {
        var (shared, all) = (0, 0);
        for (var y = 0; y < a.Height; y++)
        {
            for (var x = 0; x < a.Width; x++)
            {
                var (dark, other) = (Dark(a, x, y), Dark(b, x, y));
                all += dark || other ? 1 : 0;
                shared += (dark && Near(b, x, y)) || (other && Near(a, x, y)) ? 1 : 0;
            }
        }

        return (shared, all);
    }

    private static bool Near(SKBitmap bitmap, int x, int y) => Enumerable.Range(-1, 3).Any(dy =>
        Enumerable.Range(-1, 3).Any(dx => Dark(
            bitmap,
            Math.Clamp(x + dx, 0, bitmap.Width - 1),
            Math.Clamp(y + dy, 0, bitmap.Height - 1))));

    private static bool Dark(SKBitmap bitmap, int x, int y) => bitmap.GetPixel(x, y).Red < 128;
}
