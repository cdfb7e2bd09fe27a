using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The ink of a layout, from the outlines of the font: words, dots, boxes and rules.</summary>
internal static class LayoutInk
{
    public static List<InkBox> Of(LaidOutDocument laidOut) =>
        [.. laidOut.Pages.SelectMany(page => page.Lines.SelectMany(line => Of(page.Number, line)))];

    public static IEnumerable<InkBox> Of(int page, PlacedLine line)
    {
        var baseline = line.Baseline.Points;
        foreach (var item in line.Line.Items)
        {
            var x = (line.X + item.X).Points;
            switch (item)
            {
                case TextItem text:
                    foreach (var word in text.Words.Where(word => word.Word.Text.Trim('\u00A0').Length > 0))
                        yield return Word(page, text, word, line);
                    break;
                case LeaderItem leader:
                    var dot = leader.DotDiameter.Points;
                    yield return new InkBox(
                        page, x, baseline - dot, x + leader.Width.Points, baseline, baseline, "…");
                    break;
                case BoxItem box:
                    var side = box.Side.Points;
                    yield return new InkBox(page, x, baseline - side, x + side, baseline, baseline, "□");
                    break;
                case RuleItem rule:
                    var (top, width) = (line.Top.Points, rule.Width.Points);
                    yield return new InkBox(
                        page, x, top, x + width, top + rule.Thickness.Points, baseline, "___");
                    break;
                default:
                    throw new InvalidOperationException(item.GetType().Name);
            }
        }
    }

    /// <summary>How far the ink of a text reaches above and below its baseline, in font units.</summary>
    public static (int Above, int Below) Reach(FontFace face, string text)
    {
        var boxes = text.Split(' ').SelectMany(word => face.Shape(word).Glyphs.SelectMany(glyph => Boxes(face, glyph)))
            .ToList();
        return (boxes.Max(box => box.YMax), -boxes.Min(box => box.YMin));
    }

    /// <summary>The outlines of a letter and of its marks, from the letter's origin.</summary>
    public static IEnumerable<(int XMin, int YMin, int XMax, int YMax)> Boxes(FontFace face, ShapedGlyph glyph)
    {
        yield return face.File.BoxOf(glyph.Glyph);
        foreach (var mark in glyph.Marks ?? [])
        {
            var box = face.File.BoxOf(mark.Glyph);
            yield return (box.XMin + mark.X, box.YMin + mark.Y, box.XMax + mark.X, box.YMax + mark.Y);
        }
    }

    private static InkBox Word(int page, TextItem item, PlacedWord placed, PlacedLine line)
    {
        var scale = item.Style.Size.Points / item.Face.UnitsPerEm;
        var (left, right) = (int.MaxValue, int.MinValue);
        var (low, high) = (int.MaxValue, int.MinValue);
        var pen = 0;
        foreach (var glyph in placed.Word.Glyphs)
        {
            foreach (var box in Boxes(item.Face, glyph).Where(box => box != default))
            {
                (left, right) = (Math.Min(left, pen + box.XMin), Math.Max(right, pen + box.XMax));
                (low, high) = (Math.Min(low, box.YMin), Math.Max(high, box.YMax));
            }

            pen += glyph.Advance;
        }

        var (x, baseline) = ((line.X + placed.X).Points, line.Baseline.Points);
        return new InkBox(
            page,
            x + (left * scale),
            baseline - (high * scale),
            x + (right * scale),
            baseline - (low * scale),
            baseline,
            placed.Word.Text);
    }
}
