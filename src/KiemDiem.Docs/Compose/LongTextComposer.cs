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
        return [.. Label(block, context), .. paragraphs is null ? Blank(block, context) : Filled(paragraphs, context)];
    }

    private static IEnumerable<Block> Label(LongTextBlock block, ComposeContext context)
    {
        if (block.Label is null)
            yield break;
        var label = ItemText.Paragraph(context, block.Label, block.LabelStyle);
        yield return label with { Format = label.Format with { KeepWithNext = true } };
    }

    private static IEnumerable<Paragraph> Filled(IEnumerable<string> paragraphs, ComposeContext context) =>
        paragraphs.Select(text => ItemText.Paragraph(context, text));

    private static IEnumerable<Block> Blank(LongTextBlock block, ComposeContext context)
    {
        if (block.Guidance is not null)
        {
            var guidance = ItemText.Paragraph(context, block.Guidance);
            yield return guidance with { Format = guidance.Format with { KeepWithNext = block.Lines > 0 } };
        }

        for (var i = 0; i < block.Lines; i++)
            yield return DottedLine.Compose(context);
    }

    /// <summary>
    /// The first paragraph goes on after the label; so do the dots, and after the last paragraph they go on to the
    /// margin, as after the value of a field line.
    /// </summary>
    private static IEnumerable<Block> RunIn(
        LongTextBlock block, IReadOnlyList<string>? paragraphs, ComposeContext context)
    {
        var label = ItemText.Paragraph(context, block.Label ?? string.Empty, block.LabelStyle);
        if (paragraphs is null)
        {
            var dotted = WithDots(label, context);
            yield return dotted with
            {
                Format = dotted.Format with { Alignment = Alignment.Left, KeepWithNext = block.Lines > 1 },
            };
            for (var i = 1; i < block.Lines; i++)
                yield return DottedLine.Compose(context);
            yield break;
        }

        // An item needs a line of its own for its sign.
        var runsIn = !ItemText.IsItem(paragraphs[0]);
        List<Paragraph> filled =
        [
            runsIn
                ? label with { Inlines = [.. label.Inlines, new TextRun(" " + paragraphs[0], label.Style.Text)] }
                : label with { Format = label.Format with { KeepWithNext = true } },
            .. Filled(paragraphs.Skip(runsIn ? 1 : 0), context),
        ];
        foreach (var paragraph in filled.SkipLast(1))
            yield return paragraph;
        yield return WithDots(filled[^1], context);
    }

    private static Paragraph WithDots(Paragraph paragraph, ComposeContext context) => DotsToMargin.After(
        paragraph with { Inlines = [.. paragraph.Inlines, new TextRun(" ", paragraph.Style.Text)] }, context);
}
