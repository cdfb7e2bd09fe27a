using System.Collections.Concurrent;
using System.Diagnostics;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using SkiaSharp;

namespace KiemDiem.Docs.Typesetting.Paint;

/// <summary>Paints a laid-out page as a PNG picture: the same lines that the PDF holds.</summary>
public static class PngPainter
{
    private const double PointsPerInch = 72;

    private static readonly ConcurrentDictionary<FontFace, SKTypeface> Typefaces = new();

    /// <param name="laidOut">The document.</param>
    /// <param name="pageNumber">From 1.</param>
    /// <param name="dotsPerInch">Resolution; 96 gives 794 x 1123 pixels for A4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The document has no such page.</exception>
    public static byte[] Paint(LaidOutDocument laidOut, int pageNumber, int dotsPerInch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageNumber, laidOut.Pages.Count);

        var scale = dotsPerInch / PointsPerInch;
        var (width, height) = SizeOf(laidOut.Document.Page, dotsPerInch);
        var size = new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(size);
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        foreach (var line in laidOut.Pages[pageNumber - 1].Lines)
            Paint(canvas, line);

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>How many pixels a page has.</summary>
    public static (int Width, int Height) SizeOf(PageSetup page, int dotsPerInch) =>
        (Pixels(page.Width, dotsPerInch), Pixels(page.Height, dotsPerInch));

    private static int Pixels(Length length, int dotsPerInch) =>
        (int)Math.Round(length.Points * (dotsPerInch / PointsPerInch));

    private static void Paint(SKCanvas canvas, PlacedLine placed)
    {
        foreach (var item in placed.Line.Items)
        {
            var x = (float)(placed.X + item.X).Points;
            var baseline = (float)placed.Baseline.Points;
            switch (item)
            {
                case TextItem text:
                    PaintText(canvas, text, (float)placed.X.Points, baseline);
                    break;
                case LeaderItem leader:
                    PaintLeader(canvas, leader, x, baseline);
                    break;
                case BoxItem box:
                    PaintBox(canvas, box, x, baseline);
                    break;
                case RuleItem rule:
                    PaintRule(canvas, rule, x, (float)placed.Top.Points);
                    break;
                default:
                    throw new UnreachableException($"No picture of {item.GetType().Name}.");
            }
        }
    }

    private static void PaintText(SKCanvas canvas, TextItem item, float left, float baseline)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        using var font = new SKFont(Typeface(item.Face), (float)item.Style.Size.Points)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
        };
        using var builder = new SKTextBlobBuilder();
        var perUnit = item.Style.Size.Points / item.Face.UnitsPerEm;
        foreach (var placed in item.Words)
        {
            var glyphs = new List<ushort>();
            var positions = new List<SKPoint>();
            var pen = placed.X.Points;
            foreach (var glyph in placed.Word.Glyphs)
            {
                Add(new PlacedMark(glyph.Glyph, 0, 0), pen);
                foreach (var mark in glyph.Marks ?? [])
                    Add(mark, pen);
                pen += glyph.Advance * perUnit;
            }

            builder.AddPositionedRun(glyphs.ToArray(), font, positions.ToArray());

            void Add(PlacedMark part, double at)
            {
                glyphs.Add(part.Glyph);
                positions.Add(new SKPoint((float)(at + (part.X * perUnit)), (float)(-part.Y * perUnit)));
            }
        }

        using var blob = builder.Build();
        canvas.DrawText(blob, left, baseline, paint);
    }

    private static void PaintLeader(SKCanvas canvas, LeaderItem leader, float x, float baseline)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        var radius = (float)leader.DotDiameter.Points / 2;
        var pitch = (float)leader.Pitch.Points;
        var right = x + (float)leader.Width.Points - radius;
        for (var dot = right; dot >= x + radius; dot -= pitch)
            canvas.DrawCircle(dot, baseline - radius, radius, paint);
    }

    private static void PaintBox(SKCanvas canvas, BoxItem item, float x, float baseline)
    {
        var stroke = (float)BoxItem.Stroke.Points;
        var side = (float)item.Side.Points - stroke;
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = SKColors.Black,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = stroke,
        };
        var (left, low) = (x + (stroke / 2), baseline - (stroke / 2));
        canvas.DrawRect(left, low - side, side, side, paint);
        if (!item.Box.Checked)
            return;
        canvas.DrawLine(left, low, left + side, low - side, paint);
        canvas.DrawLine(left, low - side, left + side, low, paint);
    }

    private static void PaintRule(SKCanvas canvas, RuleItem rule, float x, float top)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
        canvas.DrawRect(x, top, (float)rule.Width.Points, (float)rule.Thickness.Points, paint);
    }

    private static SKTypeface Typeface(FontFace face) => Typefaces.GetOrAdd(face, static face =>
    {
        using var data = SKData.CreateCopy(face.Data);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException($"Skia cannot read {face.PostScriptName}.");
    });
}
