using System.Globalization;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>
/// The rectangle around a piece of ink, in points from the top left corner of its page: what no layout rule can hide.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="Baseline">Of the line it stands on.</param>
/// <param name="Text">What it says.</param>
internal sealed record InkBox(
    int Page, double Left, double Top, double Right, double Bottom, double Baseline, string Text)
{
    /// <summary>An italic letter, a mark or a side bearing may lean out of its column by this much.</summary>
    private const double Lean = 1;

    private const double SameLine = 0.1;

    public bool Beside(InkBox other) => Page == other.Page && Top < other.Bottom && other.Top < Bottom;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"'{Text}' on page {Page} at {Left:0.0}..{Right:0.0}, {Top:0.0}..{Bottom:0.0} pt");

    /// <summary>No ink of one line touches the ink of another.</summary>
    public static void AssertLinesApart(IReadOnlyList<InkBox> ink)
    {
        foreach (var page in ink.GroupBy(box => box.Page))
        {
            var boxes = page.OrderBy(box => box.Top).ToList();
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count && boxes[j].Top < boxes[i].Bottom; j++)
                {
                    var apart = Math.Abs(boxes[i].Baseline - boxes[j].Baseline) < SameLine
                        || boxes[i].Right <= boxes[j].Left
                        || boxes[j].Right <= boxes[i].Left;
                    Assert.True(apart, $"{boxes[i]} touches {boxes[j]}.");
                }
            }
        }
    }

    /// <summary>All ink stands between the margins; only the page number stands above them.</summary>
    public static void AssertInside(IReadOnlyList<InkBox> ink, PageSetup setup)
    {
        foreach (var box in ink)
        {
            var top = box.Baseline < setup.Top.Points ? setup.PageNumberTop : setup.Top;
            Assert.True(box.Left >= setup.Left.Points - Lean, $"{box} is left of the margin.");
            Assert.True(box.Right <= (setup.Width - setup.Right).Points + Lean, $"{box} is right of the margin.");
            Assert.True(box.Top >= top.Points, $"{box} is above the margin.");
            Assert.True(box.Bottom <= (setup.Height - setup.Bottom).Points, $"{box} is below the margin.");
        }
    }

    /// <summary>The smallest white between ink on the left and ink on the right that stands beside it.</summary>
    public static double Gap(IEnumerable<InkBox> left, IReadOnlyCollection<InkBox> right) => left
        .SelectMany(box => right.Where(box.Beside).Select(other => other.Left - box.Right))
        .DefaultIfEmpty(double.PositiveInfinity)
        .Min();
}
