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

    private static IEnumerable<Block> Filled(IEnumerable<string> paragraphs, ComposeContext context) =>
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

    /// <summary>The first paragraph goes on after the label; so do the dots.</summary>
    private static IEnumerable<Block> RunIn(
        LongTextBlock block, IReadOnlyList<string>? paragraphs, ComposeContext context)
    {
        var label = ItemText.Paragraph(context, block.Label ?? string.Empty, block.LabelStyle);
        if (paragraphs is null)
        {
            yield return WithLeader(label, keepWithNext: block.Lines > 1, context);
            for (var i = 1; i < block.Lines; i++)
                yield return DottedLine.Compose(context);
            yield break;
        }

        // An item needs a line of its own for its sign.
        var runsIn = !ItemText.IsItem(paragraphs[0]);
        yield return runsIn
            ? label with { Inlines = [.. label.Inlines, new TextRun(" " + paragraphs[0], label.Style.Text)] }
            : label with { Format = label.Format with { KeepWithNext = true } };
        foreach (var paragraph in Filled(paragraphs.Skip(runsIn ? 1 : 0), context))
            yield return paragraph;
    }

    private static Paragraph WithLeader(Paragraph label, bool keepWithNext, ComposeContext context) => label with
    {
        Inlines = [.. label.Inlines, new TextRun(" ", label.Style.Text), Tab.Instance],
        Format = label.Format with
        {
            Alignment = Alignment.Left,
            KeepWithNext = keepWithNext,
            TabStops = [new TabStop(context.TextWidth, TabAlignment.Right, DotLeader: true)],
        },
    };
}
