using System.Diagnostics;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Layout;

/// <summary>Sets blocks in a column of a given width: the long strip that is then cut into pages.</summary>
internal sealed class FragmentBuilder(LineBreaker breaker)
{
    /// <summary>Lines that a split paragraph leaves on each page, at the least (widow and orphan control).</summary>
    private const int MinLines = 2;

    public List<Fragment> Build(IReadOnlyList<Block> blocks, Length width)
    {
        var fragments = new List<Fragment>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    AddParagraph(fragments, paragraph, width);
                    break;
                case Rule rule:
                    fragments.Add(OfRule(rule, width));
                    break;
                case Table table:
                    AddTable(fragments, table);
                    break;
                case PageBreak when fragments.Count > 0:
                    fragments[^1] = fragments[^1] with { PageEnd = PageEnd.Forced };
                    break;
                case PageBreak:
                    break;
                default:
                    throw new UnreachableException($"No layout for {block.GetType().Name}.");
            }
        }

        return fragments;
    }

    private void AddParagraph(List<Fragment> fragments, Paragraph paragraph, Length width)
    {
        var format = paragraph.Format;
        var lines = breaker.Break(paragraph, width);
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            fragments.Add(new Fragment(
                lines[i].Height,
                isLast ? format.SpaceAfter : Length.Zero,
                isLast ? AfterParagraph(format) : AfterLine(format, i + 1, lines.Count),
                [new PlacedLine(lines[i], Length.Zero, Length.Zero)]));
        }
    }

    private static PageEnd AfterParagraph(ParagraphFormat format) =>
        format.KeepWithNext ? PageEnd.Bad : PageEnd.Free;

    private static PageEnd AfterLine(ParagraphFormat format, int linesBefore, int lines)
    {
        if (linesBefore < MinLines || lines - linesBefore < MinLines)
            return PageEnd.Bad;
        return format.KeepTogether || format.KeepWithNext ? PageEnd.Unwanted : PageEnd.Free;
    }

    private static Fragment OfRule(Rule rule, Length width)
    {
        var item = new RuleItem((width - rule.Width) / 2, rule.Width, Rule.Thickness);
        var line = new Line(rule, IsFirst: true, rule.Height, [item]);
        return new Fragment(rule.Height, Length.Zero, PageEnd.Free, [new PlacedLine(line, Length.Zero, Length.Zero)]);
    }

    private void AddTable(List<Fragment> fragments, Table table)
    {
        var rows = table.Rows.Select(row => OfRow(row, table)).ToList();
        var headings = rows.Take(table.HeadingRows).ToList();
        fragments.AddRange(headings.Select(heading => heading with { PageEnd = PageEnd.Bad }));
        fragments.AddRange(rows.Skip(headings.Count).Select(row => row with { Headings = headings }));
    }

    private Fragment OfRow(TableRow row, Table table)
    {
        var widths = table.ColumnWidths;
        var lines = new List<PlacedLine>();
        var height = Length.Zero;
        var left = Length.Zero;
        for (var column = 0; column < widths.Count; column++)
        {
            var top = Length.Zero;
            foreach (var fragment in Build(row.Cells[column], widths[column]))
            {
                foreach (var line in fragment.Lines)
                    lines.Add(new PlacedLine(line.Line, left + line.X, top + line.Top));
                top += fragment.Height + fragment.SpaceAfter;
            }

            height = Length.Max(height, top);
            left += widths[column];
        }

        if (table.IsRuled)
            AddFrame(lines, table, height);
        return new Fragment(height, Length.Zero, PageEnd.Free, lines);
    }

    /// <summary>The lines around the cells of a row. Its upper one lies on the lower one of the row above.</summary>
    private static void AddFrame(List<PlacedLine> lines, Table table, Length height)
    {
        var thickness = Table.RuleThickness;
        var edge = -thickness / 2;
        var width = table.ColumnWidths.Aggregate((a, b) => a + b) + thickness;
        var items = new List<LineItem> { new RuleItem(edge, width, thickness), new RuleItem(edge, thickness, height) };
        foreach (var column in table.ColumnWidths)
        {
            edge += column;
            items.Add(new RuleItem(edge, thickness, height));
        }

        var below = new RuleItem(-thickness / 2, width, thickness);
        lines.Add(new PlacedLine(new Line(table, IsFirst: true, height, items), Length.Zero, Length.Zero));
        lines.Add(new PlacedLine(new Line(table, IsFirst: false, thickness, [below]), Length.Zero, height));
    }
}
