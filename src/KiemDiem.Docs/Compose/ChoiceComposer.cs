using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers the choices of a field: below each other, or side by side.</summary>
internal static class ChoiceComposer
{
    public static IEnumerable<Block> Compose(ChoiceListBlock block, ComposeContext context)
    {
        foreach (var label in Label(block.Label, context))
            yield return label;
        foreach (var choice in Below(block.Field, context))
            yield return choice;
    }

    public static IEnumerable<Block> Compose(RatingRowBlock block, ComposeContext context)
    {
        foreach (var label in Label(block.Label, context))
            yield return label;
        var row = ChoiceRow.Of(block, context);
        if (row.Fits)
        {
            yield return row.Compose();
            yield break;
        }

        foreach (var choice in Below(block.Field, context))
            yield return choice;
    }

    public static IReadOnlyList<Choice> Choices(string key, ComposeContext context) =>
        context.Form.ChoicesOf((ChoiceField)context.Field(key));

    public static CheckBox Box(string key, Choice choice, TextStyle style, ComposeContext context)
    {
        var isChosen = context.Record.Get<ChoiceValue>(key)?.Choice == choice;
        return new CheckBox(isChosen, choice.Label, style)
        {
            Control = FieldControl.OfPart(context, key, choice.Value),
            Spoken = (isChosen ? "đã đánh dấu: " : "chưa đánh dấu: ") + choice.Label,
        };
    }

    private static IEnumerable<Block> Label(string? text, ComposeContext context)
    {
        if (text is null)
            yield break;
        var label = ItemText.Paragraph(context, text);
        yield return label with { Format = label.Format with { KeepWithNext = true } };
    }

    private static IEnumerable<Block> Below(string key, ComposeContext context)
    {
        var style = context.Style(StyleIds.OChon);
        var choices = Choices(key, context);
        var group = FieldControl.Group(context, key);
        for (var i = 0; i < choices.Count; i++)
        {
            var box = Box(key, choices[i], style.Text, context);
            yield return new Paragraph(style, [box, Tab.Instance, new TextRun(choices[i].Label, style.Text)])
            {
                Format = style.Format with { KeepWithNext = i < choices.Count - 1, KeepTogether = true },
                Group = group,
            };
        }
    }
}
