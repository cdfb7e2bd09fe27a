using System.Diagnostics;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Snapshots.Printed;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>
/// The pages as text: a line for everything that stands on one, in columns. Baseline, left edge and width are in mm
/// from the top left corner of the paper; a rule has its upper edge in place of a baseline.
/// </summary>
internal static class LayoutText
{
    public static string Of(LaidOutDocument laidOut)
    {
        var text = new IndentedText();
        foreach (var page in laidOut.Pages)
        {
            text.Line(Invariant($"page {page.Number} of {laidOut.Pages.Count}"));
            text.Line("baseline    left   width");
            foreach (var line in page.Lines)
            {
                foreach (var item in line.Line.Items)
                    text.Line(Print(line, item));
            }

            text.Line(string.Empty);
        }

        text.Line("outline");
        foreach (var entry in laidOut.Outline)
        {
            text.Line(entry.Level, Invariant($"page {entry.PageNumber} at {Mm(entry.Top)} {Quoted(entry.Title)}"));
        }

        return text.ToString();
    }

    private static string Print(PlacedLine line, LineItem item)
    {
        var left = line.X + item.X;
        return item switch
        {
            TextItem words => Row(line.Baseline, left, Width(words), $"text {Style(words.Style)} {Text(words)}"),
            LeaderItem dots => Row(line.Baseline, left, dots.Width, $"dots {Pt(dots.Size)} every {Mm(dots.Pitch)}"),
            BoxItem box => Row(
                line.Baseline, left, box.Side, $"box {(box.Box.Checked ? "[x]" : "[ ]")} {Quoted(box.Box.Label)}"),
            RuleItem rule => Row(line.Top, left, rule.Width, $"rule {Mm(rule.Thickness)} thick"),
            _ => throw new UnreachableException($"No text for {item.GetType().Name}."),
        };
    }

    private static string Row(Length y, Length left, Length width, string what) =>
        Invariant($"{Mm(y),8}{Mm(left),8}{Mm(width),8}  {what}");

    private static Length Width(TextItem text) => End(text, text.Words[^1]) - text.X;

    private static Length End(TextItem text, PlacedWord word) =>
        word.X + text.Face.Scale(word.Word.Width, text.Style.Size);

    private static string Text(TextItem text) =>
        Quoted(string.Concat(text.Words.Select(word => word.Word.Text + (word.SpaceAfter ? " " : string.Empty))));
}
