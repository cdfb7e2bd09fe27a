using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Choices side by side: where each begins, and whether they all fit on a line.</summary>
internal sealed class ChoiceRow
{
    private readonly ComposeContext context;
    private readonly RatingRowBlock block;
    private readonly ParagraphStyle style;
    private readonly IReadOnlyList<Choice> choices;
    private readonly Length[] starts;

    private ChoiceRow(RatingRowBlock block, ComposeContext context)
    {
        this.block = block;
        this.context = context;
        style = context.Style(block.Style);
        choices = ChoiceComposer.Choices(block.Field, context);
        var widths = choices.Select(Width).ToArray();
        starts = block.Starts?.ToArray() ?? EvenGaps(widths);
        Fits = Enumerable.Range(0, choices.Count).All(i =>
            starts[i] + widths[i] <= (i + 1 < choices.Count ? starts[i + 1] - MinGap : context.TextWidth));
    }

    /// <summary>Whether no choice runs into the next or over the margin.</summary>
    public bool Fits { get; }

    public static ChoiceRow Of(RatingRowBlock block, ComposeContext context) => new(block, context);

    public Paragraph Compose()
    {
        var inlines = new List<Inline>();
        var stops = new List<TabStop>();
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
            {
                inlines.Add(Tab.Instance);
                stops.Add(new TabStop(starts[i]));
            }

            var box = ChoiceComposer.Box(block.Field, choices[i], style.Text, context);
            if (block.Box == BoxSide.After)
            {
                inlines.Add(new TextRun(choices[i].Label + " ", style.Text));
                inlines.Add(box);
                continue;
            }

            inlines.AddRange([box, Tab.Instance, new TextRun(choices[i].Label, style.Text)]);
            stops.Add(new TabStop(starts[i] + LabelOffset));
        }

        return new Paragraph(style, inlines)
        {
            Group = FieldControl.Group(context, block.Field),
            Format = style.Format with { LeftIndent = starts[0], FirstLineIndent = Length.Zero, TabStops = stops },
        };
    }

    private Length MinGap => context.Measure(" ", style.Text);

    /// <summary>The same white space after each choice.</summary>
    private Length[] EvenGaps(Length[] widths)
    {
        var left = style.Format.LeftIndent;
        var gap = (context.TextWidth - left - widths.Aggregate((a, b) => a + b)) / widths.Length;
        var result = new Length[widths.Length];
        result[0] = left;
        for (var i = 1; i < widths.Length; i++)
            result[i] = result[i - 1] + widths[i - 1] + gap;
        return result;
    }

    private Length BoxWidth => new CheckBox(false, string.Empty, style.Text).Width;

    private Length LabelOffset => BoxWidth + context.TheThuc.BoxToLabel;

    private Length Width(Choice choice) => context.Measure(choice.Label, style.Text)
        + (block.Box == BoxSide.Before ? LabelOffset : context.Measure(" ", style.Text) + BoxWidth);
}
