using System.Diagnostics;
using KiemDiem.Docs.Tests.Compose;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.Snapshots.Printed;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>
/// A document as text: a line for each node, children indented. A paragraph names its style and how it departs from
/// it; the styles that are used stand at the top. Lengths in mm, type sizes and line heights in points.
/// </summary>
internal static class TreeText
{
    public static string Of(Document document)
    {
        var (info, page) = (document.Info, document.Page);
        var text = new IndentedText();
        text.Line($"document {Quoted(info.Title)} {info.Language} {Date(info.Created)}");
        text.Line($"subject {Quoted(info.Subject)}");
        text.Line($"page {Mm(page.Width)} x {Mm(page.Height)}, top {Mm(page.Top)}, bottom {Mm(page.Bottom)}, "
            + $"left {Mm(page.Left)}, right {Mm(page.Right)}, number at {Mm(page.PageNumberTop)}");
        text.Line($"font {Quoted(document.FontFamily)}, body {document.BodyStyle.Id}, "
            + $"page number {document.PageNumberStyle.Id}");

        text.Line("styles");
        var used = DocumentText.Paragraphs(document.Blocks).Select(paragraph => paragraph.Style)
            .Append(document.PageNumberStyle).Distinct();
        foreach (var style in used.OrderBy(style => style.Id, StringComparer.Ordinal))
        {
            var outline = style.OutlineLevel is { } level ? Invariant($", outline {level}") : string.Empty;
            var format = Departures(style.Format, new ParagraphFormat());
            text.Line(1, $"{style.Id} {Quoted(style.Name)} {Style(style.Text)}{outline}{format}");
        }

        text.Line("blocks");
        foreach (var block in document.Blocks)
            Write(text, 1, block);
        return text.ToString();
    }

    private static void Write(IndentedText text, int depth, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Write(text, depth, paragraph);
                break;
            case Rule rule:
                text.Line(depth, $"rule {Mm(rule.Width)} long, {Mm(rule.Height)} high");
                break;
            case PageBreak:
                text.Line(depth, "page break");
                break;
            case Table table:
                text.Line(depth, $"table {string.Join(" + ", table.ColumnWidths.Select(Mm))}");
                foreach (var row in table.Rows)
                    Write(text, depth + 1, row);
                break;
            default:
                throw new UnreachableException($"No text for {block.GetType().Name}.");
        }
    }

    private static void Write(IndentedText text, int depth, TableRow row)
    {
        text.Line(depth, "row");
        foreach (var cell in row.Cells)
        {
            text.Line(depth + 1, "cell");
            foreach (var block in cell)
                Write(text, depth + 2, block);
        }
    }

    /// <summary>A paragraph of one text in its own style is one line; any other has a line for each part.</summary>
    private static void Write(IndentedText text, int depth, Paragraph paragraph)
    {
        var head = paragraph.Style.Id + Departures(paragraph.Format, paragraph.Style.Format);
        if (paragraph.Inlines is [TextRun only] && only.Style == paragraph.Style.Text)
        {
            text.Line(depth, $"{head} {Quoted(only.Text)}");
            return;
        }

        text.Line(depth, head);
        foreach (var inline in paragraph.Inlines)
            text.Line(depth + 1, Print(inline, paragraph.Style.Text));
    }

    private static string Print(Inline inline, TextStyle own) => inline switch
    {
        TextRun run => $"text{Departure(run.Style, own)} {Quoted(run.Text)}",
        Tab => "tab",
        DottedBlank blank => Invariant($"blank of {blank.Dots} dots{Departure(blank.Style, own)}"),
        CheckBox box => $"box {(box.Checked ? "[x]" : "[ ]")}{Departure(box.Style, own)} {Quoted(box.Label)}",
        _ => throw new UnreachableException($"No text for {inline.GetType().Name}."),
    };

    private static string Departure(TextStyle style, TextStyle own) =>
        style == own ? string.Empty : $" ({Style(style)})";

    /// <summary>What of a format is not as in another, in brackets; nothing where all is.</summary>
    private static string Departures(ParagraphFormat format, ParagraphFormat other)
    {
        var parts = Properties(format).Except(Properties(other)).ToList();
        return parts.Count == 0 ? string.Empty : $" [{string.Join(", ", parts)}]";
    }

    private static IEnumerable<string> Properties(ParagraphFormat format) =>
    [
        $"align {format.Alignment switch
        {
            Alignment.Left => "left",
            Alignment.Centre => "centre",
            Alignment.Right => "right",
            Alignment.Justify => "justify",
            _ => throw new UnreachableException(),
        }}",
        $"left {Mm(format.LeftIndent)}",
        $"right {Mm(format.RightIndent)}",
        $"first {Mm(format.FirstLineIndent)}",
        $"after {Pt(format.SpaceAfter)}",
        $"line {Pt(format.LineHeight)}",
        format.KeepWithNext ? "keep with next" : "free of next",
        format.KeepTogether ? "keep together" : "may split",
        format.TabStops.Count == 0 ? "no tabs" : $"tabs {string.Join(" ", format.TabStops.Select(Print))}",
    ];

    private static string Print(TabStop stop) =>
        (stop.Alignment == TabAlignment.Right ? ">" : "<") + (stop.DotLeader ? "." : string.Empty) + Mm(stop.Position);
}
