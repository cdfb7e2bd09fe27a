using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>
/// Dots from the end of a text to the margin. A text that ends at the margin gets none: the tab would find no place
/// and begin a line of its own, with nothing but dots on it.
/// </summary>
internal static class DotsToMargin
{
    /// <param name="paragraph">Text that ends with a space, aligned left or justified.</param>
    /// <param name="context">For measuring.</param>
    /// <param name="control">Of the field that the dots leave room for.</param>
    public static Paragraph After(Paragraph paragraph, ComposeContext context, Control? control = null)
    {
        var dot = context.Measure(".", paragraph.Style.Text);
        if (EndOfLastLine(paragraph, context) + dot > context.TextWidth)
            return paragraph;
        var stop = new TabStop(context.TextWidth, TabAlignment.Right, DotLeader: true);
        return paragraph with
        {
            Inlines = [.. paragraph.Inlines, new Tab { Control = control }],
            Format = paragraph.Format with { TabStops = [.. paragraph.Format.TabStops, stop] },
        };
    }

    /// <summary>Where first-fit breaking ends the text, with the space after it.</summary>
    private static Length EndOfLastLine(Paragraph paragraph, ComposeContext context)
    {
        var format = paragraph.Format;
        var x = format.LeftIndent + format.FirstLineIndent;
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is not TextRun run)
            {
                x = NextStop(format, x);
                continue;
            }

            var space = context.Measure(" ", run.Style);
            foreach (var (index, word) in run.Text.Split(' ').Index())
            {
                x += index > 0 ? space : Length.Zero;
                var width = context.Measure(word, run.Style);

                // A space never begins a line, not even the one at the end of the text.
                var wraps = width > Length.Zero && x + width > context.TextWidth;
                x = wraps ? format.LeftIndent + width : x + width;
            }
        }

        return x;
    }

    private static Length NextStop(ParagraphFormat format, Length x) => x < format.LeftIndent
        ? format.LeftIndent
        : format.TabStops.FirstOrDefault(stop => stop.Position > x)?.Position ?? x;
}
