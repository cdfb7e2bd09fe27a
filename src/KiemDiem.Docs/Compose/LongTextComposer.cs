using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers a heading and the paragraphs under it, or the form's guidance and dotted lines.</summary>
internal static class LongTextComposer
{
    public static IEnumerable<Block> Compose(LongTextBlock block, ComposeContext context)
    {
        var paragraphs = context.Record.Get<LongTextValue>(block.Field)?.Paragraphs;
        if (block.RunIn)
            return RunIn(block, paragraphs, context);
        return
        [
            .. Label(block, context),
            .. paragraphs is null ? Blank(block, context) : Filled(block, paragraphs, context),
        ];
    }

    private static IEnumerable<Block> Label(LongTextBlock block, ComposeContext context)
    {
        if (block.Label is null)
            yield break;
        var label = ItemText.Paragraph(context, block.Label, block.LabelStyle);
        yield return label with { Format = label.Format with { KeepWithNext = true } };
    }

    private static IEnumerable<Paragraph> Filled(
        LongTextBlock block, IEnumerable<string> paragraphs, ComposeContext context, int first = 0)
    {
        var group = FieldControl.Group(context, block.Field);
        return paragraphs.Select((text, i) => ItemText.Paragraph(context, text) with
        {
            Control = FieldControl.OfItem(context, block.Field, first + i),
            Group = group,
        });
    }

    private static IEnumerable<Block> Blank(LongTextBlock block, ComposeContext context)
    {
        if (block.Guidance is not null)
        {
            var guidance = ItemText.Paragraph(context, block.Guidance);
            yield return guidance with { Format = guidance.Format with { KeepWithNext = block.Lines > 0 } };
        }

        foreach (var line in DottedLines(block, block.Lines, context))
            yield return line;
    }

    private static IEnumerable<Paragraph> DottedLines(LongTextBlock block, int count, ComposeContext context)
    {
        var group = FieldControl.Group(context, block.Field);
        return Enumerable.Range(0, count).Select(_ => DottedLine.Compose(context) with { Group = group });
    }

    /// <summary>
    /// The first paragraph goes on after the label; so do the dots, and after the last paragraph they go on to the
    /// margin, as after the value of a field line.
    /// </summary>
    private static IEnumerable<Block> RunIn(
        LongTextBlock block, IReadOnlyList<string>? paragraphs, ComposeContext context)
    {
        var label = ItemText.Paragraph(context, block.Label ?? string.Empty, block.LabelStyle);
        var first = FieldControl.OfItem(context, block.Field, 0);
        if (paragraphs is null)
        {
            var dotted = WithDots(label, context, first);
            var format = dotted.Format with { Alignment = Alignment.Left, KeepWithNext = block.Lines > 1 };
            return [dotted with { Format = format }, .. DottedLines(block, block.Lines - 1, context)];
        }

        // An item needs a line of its own for its sign.
        var runsIn = !ItemText.IsItem(paragraphs[0]);
        var begun = new TextRun(paragraphs[0], label.Style.Text) { Control = first };
        List<Paragraph> filled =
        [
            runsIn
                ? label with { Inlines = [.. label.Inlines, new TextRun(" ", label.Style.Text), begun] }
                : label with { Format = label.Format with { KeepWithNext = true } },
            .. Filled(block, paragraphs.Skip(runsIn ? 1 : 0), context, runsIn ? 1 : 0),
        ];
        return [.. filled.SkipLast(1), WithDots(filled[^1], context)];
    }

    private static Paragraph WithDots(Paragraph paragraph, ComposeContext context, Control? control = null) =>
        DotsToMargin.After(
            paragraph with { Inlines = [.. paragraph.Inlines, new TextRun(" ", paragraph.Style.Text)] },
            context,
            control);
}
