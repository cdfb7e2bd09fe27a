using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers labels with their fields; dots fill each up to the next, and the last to the margin.</summary>
internal static class FieldLineComposer
{
    public static IEnumerable<Block> Compose(FieldLineBlock block, ComposeContext context)
    {
        var style = context.Style(block.Style);
        var waiting = new List<LabelledField>();
        foreach (var field in block.Fields)
        {
            // A value too long for its part of the line takes a line of its own; so does what stands after it.
            if (waiting.Count > 0 && !FitsBefore(waiting[^1], waiting.Count == 1, field, style, context))
            {
                yield return Line(waiting, style, context);
                waiting = [];
            }

            waiting.Add(field);
        }

        yield return Line(waiting, style, context);
        var blank = block.Fields.All(field => ValueText.Printed(context, field.Field) is null);
        for (var i = 1; blank && i < block.Lines; i++)
            yield return DottedLine.Compose(context);
    }

    private static Paragraph Line(List<LabelledField> fields, ParagraphStyle style, ComposeContext context)
    {
        var inlines = new List<Inline>();
        var stops = new List<TabStop>();
        for (var i = 0; i < fields.Count; i++)
        {
            inlines.AddRange(LabelAndValue(fields[i], style, context));
            if (i + 1 < fields.Count)
            {
                // Dots end a little before the next label.
                var at = fields[i + 1].At!.Value;
                stops.Add(new TabStop(at - Gap(style, context), TabAlignment.Right, DotLeader: true));
                stops.Add(new TabStop(at));
                inlines.AddRange([new Tab { Control = Room(fields[i], context) }, Tab.Instance]);
            }
        }

        var line = new Paragraph(style, inlines) { Format = style.Format with { TabStops = stops } };
        return DotsToMargin.After(line, context, Room(fields[^1], context));
    }

    /// <summary>The dots after a label are where its value goes; those after a value are room for nothing.</summary>
    private static Control? Room(LabelledField field, ComposeContext context) =>
        ValueText.Printed(context, field.Field) is null ? FieldControl.OfLine(context, field.Field) : null;

    /// <summary>
    /// With the space that parts the dots from what stands before them. The value is upright whatever the label is,
    /// as after "Kính gửi:". Source: 36-HD/VPTW, Phụ lục 3, row 9.
    /// </summary>
    private static IEnumerable<Inline> LabelAndValue(LabelledField field, ParagraphStyle style, ComposeContext context)
    {
        foreach (var inline in ItemText.Inlines(field.Label + " ", style))
            yield return inline;
        if (ValueText.Printed(context, field.Field) is not { } value)
            yield break;
        var upright = style.Text with { Italic = false };
        yield return new TextRun(value, upright) { Control = FieldControl.OfLine(context, field.Field) };
        yield return new TextRun(" ", upright);
    }

    private static bool FitsBefore(
        LabelledField field, bool isFirst, LabelledField next, ParagraphStyle style, ComposeContext context)
    {
        if (next.At is not { } end)
            return false;
        var start = isFirst ? style.Format.LeftIndent + style.Format.FirstLineIndent : field.At!.Value;
        var gap = Gap(style, context);
        var text = LabelAndValue(field, style, context).OfType<TextRun>()
            .Aggregate(Length.Zero, (width, run) => width + context.Measure(run.Text, run.Style));
        return start + text + gap + gap <= end;
    }

    private static Length Gap(ParagraphStyle style, ComposeContext context) => context.Measure(" ", style.Text);
}
