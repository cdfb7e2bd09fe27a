using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Writes the blocks of a column of a given width.</summary>
internal sealed class BlockWriter(Length textWidth, ControlWriter controls)
{
    private readonly InlineWriter inlines = new(controls);

    public W.Body WriteBody(Document document)
    {
        var body = new W.Body(Write(document.Blocks, textWidth));
        if (document.Blocks.Count == 0 || document.Blocks[^1] is Table)
            body.AppendChild(Nothing());
        return body;
    }

    private IEnumerable<OpenXmlElement> Write(IReadOnlyList<Block> blocks, Length width)
    {
        for (var i = 0; i < blocks.Count;)
        {
            if (blocks[i] is not Paragraph { Group: { } group })
            {
                yield return Write(blocks[i++], width);
                continue;
            }

            var members = new List<OpenXmlElement>();
            for (; i < blocks.Count && blocks[i] is Paragraph paragraph && ReferenceEquals(paragraph.Group, group); i++)
                members.Add(Write((Block)paragraph, width));
            yield return members is [W.Paragraph row] && group.IsFixed
                ? controls.Inside(row, group)
                : controls.Around(members, group);
        }
    }

    private OpenXmlElement Write(Block block, Length width) => block switch
    {
        Paragraph { Control: { } control } paragraph => controls.Around(Write(paragraph, width), control),
        Paragraph paragraph => Write(paragraph, width),
        Rule rule => Write(rule, width),
        Table table => Write(table),
        PageBreak => new W.Paragraph(new W.Run(new W.Break { Type = W.BreakValues.Page })),
        _ => throw new UnreachableException($"No DOCX form for {block.GetType().Name}."),
    };

    private W.Paragraph Write(Paragraph paragraph, Length width)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = paragraph.Style.Id });
        properties.Append(StyleWriter.Departures(paragraph.Style.Format, paragraph.Format));
        var written = new W.Paragraph(properties);
        foreach (var inline in paragraph.Inlines)
            written.AppendChild(inlines.Write(inline, paragraph.Style.Text));

        // LibreOffice 7.4 draws no leader that nothing follows in a table cell, and leaves a blank that nothing follows
        // out of a centred line.
        if (paragraph.Inlines is [.., DottedBlank] || (paragraph.Inlines is [.., Tab] && width != textWidth))
            written.AppendChild(InlineWriter.Nothing());
        return written;
    }

    /// <summary>
    /// A line of exactly this length: the upper border of an empty paragraph, indented on both sides.
    /// </summary>
    private static W.Paragraph Write(Rule rule, Length width)
    {
        var indent = Twips((width - rule.Width) / 2);
        var eighths = (uint)Math.Round(Rule.Thickness.Points * 8);
        return new W.Paragraph(
            new W.ParagraphProperties(
                new W.ParagraphBorders(new W.TopBorder
                {
                    Val = W.BorderValues.Single,
                    Size = eighths,
                    Space = 0,
                    Color = "000000",
                }),
                new W.SpacingBetweenLines
                {
                    Before = "0",
                    After = "0",
                    Line = Twips(rule.Height - Rule.Thickness),
                    LineRule = W.LineSpacingRuleValues.Exact,
                },
                new W.Indentation { Left = indent, Right = indent, FirstLine = "0" },
                new W.ParagraphMarkRunProperties(new W.FontSize { Val = "2" })));
    }

    private W.Table Write(Table table)
    {
        var written = new W.Table(
            new W.TableProperties(
                new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Twips(Sum(table.ColumnWidths)) },
                new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableCellMarginDefault(
                    new W.TopMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                    new W.BottomMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa })),
            new W.TableGrid(table.ColumnWidths.Select(width => new W.GridColumn { Width = Twips(width) })));
        if (table.IsRuled)
            written.GetFirstChild<W.TableProperties>()!.TableBorders = Borders();
        for (var i = 0; i < table.Rows.Count; i++)
            written.AppendChild(Write(table.Rows[i], table.ColumnWidths, isHeading: i < table.HeadingRows));
        return written;
    }

    private static W.TableBorders Borders() => new(
        Border<W.TopBorder>(),
        Border<W.LeftBorder>(),
        Border<W.BottomBorder>(),
        Border<W.RightBorder>(),
        Border<W.InsideHorizontalBorder>(),
        Border<W.InsideVerticalBorder>());

    private static T Border<T>()
        where T : W.BorderType, new() => new()
        {
            Val = W.BorderValues.Single,
            Size = (uint)Math.Round(Table.RuleThickness.Points * 8),
            Space = 0,
            Color = "000000",
        };

    private W.TableRow Write(TableRow row, IReadOnlyList<Length> widths, bool isHeading)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (isHeading)
            properties.AppendChild(new W.TableHeader());
        var written = new W.TableRow(properties);
        for (var column = 0; column < widths.Count; column++)
        {
            var cell = new W.TableCell(new W.TableCellProperties(
                new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = Twips(widths[column]) }));
            cell.Append(Write(row.Cells[column], widths[column]));
            if (row.Cells[column].Count == 0)
                cell.AppendChild(Nothing());
            written.AppendChild(cell);
        }

        return written;
    }

    /// <summary>A cell, and a body after a table, must end with a paragraph; this one takes next to no room.</summary>
    private static W.Paragraph Nothing() => new(new W.ParagraphProperties(
        new W.SpacingBetweenLines
        {
            Before = "0",
            After = "0",
            Line = "20",
            LineRule = W.LineSpacingRuleValues.Exact,
        },
        new W.Indentation { FirstLine = "0" },
        new W.ParagraphMarkRunProperties(new W.FontSize { Val = "2" })));

    private static Length Sum(IReadOnlyList<Length> lengths) => lengths.Aggregate((a, b) => a + b);

    private static string Twips(Length length) => length.Twips.ToString(CultureInfo.InvariantCulture);
}
