using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers the lines of a header column or of a signature.</summary>
internal static class StyledLines
{
    /// <summary>The room between a line and the rule below it, and below that.</summary>
    private static readonly Length RuleHeight = Length.Pt(6);

    public static IEnumerable<Block> Compose(IEnumerable<StyledLine> lines, Length width, ComposeContext context)
    {
        foreach (var line in lines)
        {
            var keys = FieldsOf(line);
            var isBlank = keys.Count > 0 && keys.All(key => ValueText.Printed(context, key) is null);
            if (isBlank && line.Optional)
                continue;
            var style = context.Style(line.Style);
            var text = isBlank && line.Blank is not null ? line.Blank : line.Text;
            var inlines = ValueText.OfTemplate(context, text, style.Text, line.Capitals);
            yield return CentredLine.Compose(style, inlines, width, context);
            if (line.Rule)
                yield return new Rule(Width(inlines, context), RuleHeight);
        }
    }

    private static List<string> FieldsOf(StyledLine line) =>
        [.. Template.Parse(line.Text).Where(part => part.Field is not null).Select(part => part.Field!)];

    private static Length Width(List<Inline> inlines, ComposeContext context) => inlines
        .OfType<TextRun>()
        .Aggregate(Length.Zero, (width, run) => width + context.Measure(run.Text, run.Style));
}
