using System.Diagnostics;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// Writes what one page shows, as the operators of ISO 32000-1, 8.5 (paths), 9.4 (text), 14.6 (marks). All of it is
/// marked: as a stretch of a structure element, or as an artifact. Neither ever stands inside the other.
/// </summary>
internal sealed class PageContent(
    PdfBuffer buffer, Length pageHeight, Func<FontFace, PdfFont> fontOf, StructureTree structure)
{
    private const string EmptyBox = "\u2610";
    private const string CrossedBox = "\u2612";

    /// <summary>The element whose mark is open, if one is; lines of one paragraph share a mark.</summary>
    private StructureElement? open;
    private bool isOpen;

    /// <param name="placed">The line.</param>
    /// <param name="leaf">Where it belongs; null where it is read to nobody.</param>
    public void Write(PlacedLine placed, StructureLeaf? leaf)
    {
        var items = placed.Line.Items;
        if (GoesOn(placed.Line, leaf) && items is [TextItem first, ..])
            WriteSpaceBefore(first, placed.X, pageHeight - placed.Baseline);
        for (var i = 0; i < items.Count; i++)
        {
            var x = placed.X + items[i].X;
            var y = pageHeight - placed.Baseline;
            switch (items[i])
            {
                case TextItem text:
                    Open(i == 0 && placed.Line.IsFirst && leaf?.Label is { } label ? label : leaf?.Text);
                    WriteText(text, placed.X, y);
                    break;
                case LeaderItem leader:
                    WriteLeader(leader, x, y);
                    break;
                case BoxItem box:
                    WriteBox(box, x, y, placed.Line, leaf?.Text);
                    break;
                case RuleItem rule:
                    WriteRule(rule, x, pageHeight - placed.Top);
                    break;
                default:
                    throw new UnreachableException($"No PDF form for {items[i].GetType().Name}.");
            }
        }

        if (leaf is null)
            Close();
    }

    /// <summary>Whether a new block goes on with the text of the one before: the second line of a title.</summary>
    private bool GoesOn(Line line, StructureLeaf? leaf) =>
        line.IsFirst && isOpen && open is not null && open == leaf?.Text;

    /// <summary>Ends the mark that is open; a mark does not go over to the next page.</summary>
    public void Close()
    {
        if (isOpen)
            buffer.Add("EMC\n"u8);
        (open, isOpen) = (null, false);
    }

    private void Open(StructureElement? element)
    {
        if (isOpen && element == open)
            return;
        Close();
        (open, isOpen) = (element, true);
        if (element is null)
        {
            buffer.Add("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"u8);
            return;
        }

        buffer.Add((byte)'/').Add(element.Type).Add("<</MCID "u8).Add(structure.Mark(element)).Add(">>BDC\n"u8);
    }

    /// <summary>
    /// One TJ array. Before each glyph the reader's pen, which moves by the font's widths, is brought to where
    /// layout and shaping want it; that is a move at justified spaces and nothing elsewhere.
    /// </summary>
    private void WriteText(TextItem item, Length left, Length baseline)
    {
        var font = fontOf(item.Face);
        var size = item.Style.Size;
        BeginText(font, size, left + item.Words[0].X, baseline);
        buffer.Add("[("u8);

        // Positions from here on in thousandths of the type size, the unit of TJ.
        var perFontUnit = 1000.0 / item.Face.UnitsPerEm;
        var perEmu = 1000.0 / size.Emu;
        var pen = 0.0;
        foreach (var placed in item.Words)
        {
            var word = placed.Word;
            var target = (placed.X - item.Words[0].X).Emu * perEmu;
            foreach (var glyph in word.Glyphs)
            {
                pen += Move((int)Math.Round(target - pen));
                buffer.AddCode(font.CodeOf(glyph));
                pen += item.Face.File.AdvanceOf(glyph.Glyph) * perFontUnit;
                target += glyph.Advance * perFontUnit;
            }

            if (placed.SpaceAfter)
            {
                buffer.AddCode(font.SpaceCode);
                pen += item.Face.SpaceWidth * perFontUnit;
            }
        }

        buffer.Add(")]TJ ET\n"u8);
    }

    /// <summary>Closes the string, moves the pen to the right, opens the next string.</summary>
    private int Move(int thousandths)
    {
        if (thousandths != 0)
            buffer.Add((byte)')').Add(-thousandths).Add((byte)'(');
        return thousandths;
    }

    /// <summary>
    /// A line of round dots, drawn from its right end so that the dots of all lines stand in columns.
    /// </summary>
    private void WriteLeader(LeaderItem leader, Length x, Length baseline)
    {
        var radius = leader.DotDiameter / 2;
        var y = baseline + radius;
        Close();
        buffer.Add("/Artifact BMC q 1 J "u8).Add(leader.DotDiameter).Add("w[0 "u8).Add(leader.Pitch).Add("]0 d "u8)
            .Add(x + leader.Width - radius).Add(y).Add("m "u8).Add(x + radius).Add(y).Add("l S Q EMC\n"u8);
    }

    /// <summary>
    /// A drawn square, an element of its own that says what it is and whether it is crossed. Whoever copies the text
    /// gets the character that it stands for.
    /// </summary>
    private void WriteBox(BoxItem item, Length x, Length baseline, Line line, StructureElement? parent)
    {
        if (parent is null)
            Open(null);
        else
            Open(parent.Add(BoxElement(item.Box)));
        var half = BoxItem.Stroke / 2;
        var side = item.Side - BoxItem.Stroke;
        buffer.Add("/Span<</ActualText"u8).AddText(item.Box.Checked ? CrossedBox : EmptyBox).Add(">>BDC q "u8)
            .Add(BoxItem.Stroke).Add("w "u8)
            .Add(x + half).Add(baseline + half).Add(side).Add(side).Add("re S "u8);
        if (item.Box.Checked)
        {
            var (left, low) = (x + half, baseline + half);
            buffer.Add(left).Add(low).Add("m "u8).Add(left + side).Add(low + side).Add("l "u8)
                .Add(left).Add(low + side).Add("m "u8).Add(left + side).Add(low).Add("l S "u8);
        }

        buffer.Add("Q "u8);
        WriteCarrier(item, x, baseline, line);
        buffer.Add("EMC\n"u8);
    }

    /// <summary>A check box of a printed form (ISO 32000-1, 14.8.5.6): it cannot be clicked.</summary>
    private static StructureElement BoxElement(CheckBox box) => new("Form")
    {
        Alternative = box.Spoken,
        Attributes = box.Checked
            ? "/A<</O/PrintField/Role/cb/checked/on>>"
            : "/A<</O/PrintField/Role/cb/checked/off>>",
    };

    /// <summary>Readers replace shown glyphs by ActualText, so the drawing carries a blank one.</summary>
    private void WriteCarrier(BoxItem item, Length x, Length baseline, Line line)
    {
        if (line.Items.OfType<TextItem>().FirstOrDefault() is not { } text)
            return;
        var font = fontOf(text.Face);
        BeginText(font, item.Box.Style.Size, x, baseline);
        buffer.Add((byte)'(').AddCode(font.SpaceCode).Add(")Tj ET "u8);
    }

    /// <summary>The blank between two words that stand on different lines of a title.</summary>
    private void WriteSpaceBefore(TextItem item, Length left, Length baseline)
    {
        var font = fontOf(item.Face);
        var width = item.Face.Scale(item.Face.SpaceWidth, item.Style.Size);
        BeginText(font, item.Style.Size, left + item.Words[0].X - width, baseline);
        buffer.Add((byte)'(').AddCode(font.SpaceCode).Add(")Tj ET\n"u8);
    }

    /// <summary>Stroked along its longer side: readers keep thin strokes even, but not short ones.</summary>
    private void WriteRule(RuleItem rule, Length x, Length top)
    {
        Close();
        var isUpright = rule.Thickness > rule.Width;
        var (halfWidth, halfThickness) = (rule.Width / 2, rule.Thickness / 2);
        buffer.Add("/Artifact BMC q "u8).Add(isUpright ? rule.Width : rule.Thickness).Add("w "u8);
        if (isUpright)
        {
            buffer.Add(x + halfWidth).Add(top).Add("m "u8)
                .Add(x + halfWidth).Add(top - rule.Thickness).Add("l S Q EMC\n"u8);
        }
        else
        {
            buffer.Add(x).Add(top - halfThickness).Add("m "u8)
                .Add(x + rule.Width).Add(top - halfThickness).Add("l S Q EMC\n"u8);
        }
    }

    private void BeginText(PdfFont font, Length size, Length x, Length baseline) =>
        buffer.Add("BT/"u8).Add(font.ResourceName).Add((byte)' ').Add(size).Add("Tf "u8)
            .Add(x).Add(baseline).Add("Td "u8);
}
