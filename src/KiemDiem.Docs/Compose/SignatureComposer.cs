using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers a signature, which no page end ever splits: one on the right, or two side by side.</summary>
internal static class SignatureComposer
{
    public static IEnumerable<Block> Compose(SignatureBlock block, ComposeContext context)
    {
        var half = (context.TextWidth / 2).OnTwips;
        return block.Left is null
            ? OnTheRight(block.Right, half, context)
            : SideBySide(block.Left, block.Right, half, context);
    }

    /// <summary>
    /// Paragraphs in the right half, chained. Not a table: LibreOffice 7.4 does not keep a table with what follows it.
    /// </summary>
    private static IEnumerable<Block> OnTheRight(Signatory signatory, Length half, ComposeContext context)
    {
        foreach (var paragraph in Above(signatory, half, half, context).OfType<Paragraph>())
            yield return Moved(paragraph, half, keepWithNext: true);
        yield return Moved(Name(signatory, half, context), half, keepWithNext: false);
    }

    private static Paragraph Moved(Paragraph paragraph, Length left, bool keepWithNext) => paragraph with
    {
        Format = paragraph.Format with
        {
            LeftIndent = paragraph.Format.LeftIndent + left,
            KeepWithNext = keepWithNext,
            KeepTogether = true,
        },
    };

    private static IEnumerable<Block> SideBySide(Signatory left, Signatory right, Length half, ComposeContext context)
    {
        var aboveLeft = Above(left, Length.Zero, half, context);
        var aboveRight = Above(right, Length.Zero, half, context);
        yield return new Table(
            [half, context.TextWidth - half],
            [new TableRow([
                [.. AsHighAs(aboveRight, aboveLeft, half, context), Name(left, half, context)],
                [.. AsHighAs(aboveLeft, aboveRight, half, context), Name(right, half, context)]])]);
    }

    /// <summary>
    /// What stands above the name; its last line carries the room for hand and seal as its space after.
    /// </summary>
    private static List<Block> Above(Signatory signatory, Length left, Length width, ComposeContext context)
    {
        List<Block> lines = [.. StyledLines.Compose(signatory.Lines, width, context)];
        if (lines is [.., Paragraph last])
        {
            var words = lines.OfType<Paragraph>().Select(line => line.PlainText);
            var place = new SignaturePlace(
                "chuKy-" + signatory.Field, "Chỗ ký: " + string.Join(", ", words), left, width);
            lines[^1] = last with { SignaturePlace = place };
        }

        return lines;
    }

    private static Paragraph Name(Signatory signatory, Length width, ComposeContext context)
    {
        var style = context.Style(StyleIds.HoTenKy);
        var control = FieldControl.OfLine(context, signatory.Field);
        return ValueText.Printed(context, signatory.Field) is { } name
            ? CentredLine.Compose(style, [new TextRun(name, style.Text) { Control = control }], width, context)
            : new Paragraph(style, []) { Control = control };
    }

    /// <summary>
    /// Where two sign, their names stand on one line: the shorter column gets the difference as space.
    /// </summary>
    private static List<Block> AsHighAs(List<Block> other, List<Block> own, Length width, ComposeContext context)
    {
        var missing = Height(other, width, context) - Height(own, width, context);
        if (missing <= Length.Zero || own is not [.., Paragraph last])
            return own;
        var raised = last with { Format = last.Format with { SpaceAfter = last.Format.SpaceAfter + missing } };
        return [.. own.SkipLast(1), raised];
    }

    private static Length Height(List<Block> blocks, Length width, ComposeContext context) =>
        blocks.OfType<Paragraph>().Aggregate(Length.Zero, (height, paragraph) => height
            + (paragraph.Format.LineHeight * (CentredLine.LineCount(paragraph, width, context) ?? 1))
            + paragraph.Format.SpaceAfter);
}
