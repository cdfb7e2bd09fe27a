using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>
/// What a centred line needs beyond its style: even lines where it wraps, true leaders where it has blanks.
/// </summary>
internal static class CentredLine
{
    /// <summary>Between the widest line and the column that holds it, for all who round widths, we too.</summary>
    private static readonly Length Slack = Length.Pt(1);

    /// <summary>Blanks shrink to this part of their length before the line is given up and wraps.</summary>
    private const double MinShare = 0.4;

    /// <param name="style">The style of the line.</param>
    /// <param name="inlines">Text and blanks.</param>
    /// <param name="width">Of the column.</param>
    /// <param name="context">For measuring.</param>
    /// <returns>The paragraph as it is where it is not centred, or where neither is needed.</returns>
    public static Paragraph Compose(
        ParagraphStyle style, IReadOnlyList<Inline> inlines, Length width, ComposeContext context)
    {
        var paragraph = new Paragraph(style, inlines);
        if (style.Format.Alignment != Alignment.Centre)
            return paragraph;
        var room = width - style.Format.LeftIndent - style.Format.RightIndent;
        var text = Sum(inlines.OfType<TextRun>(), context);
        var blanks = Sum(inlines.OfType<DottedBlank>(), context);
        if (blanks == Length.Zero)
            return text > room ? Balanced(paragraph, room, context) : paragraph;
        var share = Math.Min(1, (double)(room - Slack - text).Emu / blanks.Emu);
        if (share < MinShare)
            return paragraph;
        var margin = Length.Max(Length.Zero, (room - text - (blanks * share)) / 2);
        return WithLeaders(paragraph, margin, share, room, context);
    }

    /// <summary>How many lines a paragraph of plain text takes in a column; null where a word must be cut.</summary>
    public static int? LineCount(Paragraph paragraph, Length width, ComposeContext context) => LineCount(
        Words(paragraph, context),
        context.Measure(" ", paragraph.Style.Text),
        width - paragraph.Format.LeftIndent - paragraph.Format.RightIndent);

    /// <summary>
    /// Real tab leaders instead of dots, set so that the whole stands in the middle. Whoever types into it in Word
    /// shortens the dots and moves nothing else.
    /// </summary>
    private static Paragraph WithLeaders(
        Paragraph paragraph, Length margin, double share, Length room, ComposeContext context)
    {
        var start = paragraph.Format.LeftIndent + margin;
        var right = paragraph.Format.LeftIndent + room;
        // LibreOffice 7.4 gives a line of nothing but tabs its natural height, not the exact: hence the space.
        var isBlank = !paragraph.Inlines.OfType<TextRun>().Any();
        var inlines = isBlank ? [new TextRun(" ", paragraph.Style.Text)] : new List<Inline>();
        var before = isBlank ? context.Measure(" ", paragraph.Style.Text) : Length.Zero;
        var stops = new List<TabStop>();
        var x = start;
        foreach (var inline in paragraph.Inlines)
        {
            x += Width(inline, context) * (inline is DottedBlank ? share : 1);
            if (inline is not DottedBlank)
            {
                inlines.Add(inline);
                continue;
            }

            inlines.Add(new Tab { Control = inline.Control });
            stops.Add(new TabStop(Length.Min(x, right), DotLeader: true));
        }

        return paragraph with
        {
            Inlines = inlines,
            Format = paragraph.Format with
            {
                Alignment = Alignment.Left,
                LeftIndent = Length.Max(Length.Zero, start - before),
                TabStops = stops,
            },
        };
    }

    /// <summary>
    /// As many lines as it takes, and no last line of a single word: the narrowest column of that many lines.
    /// A last line of words that are bound together, as those of a date are, is no such line: it stays as it is,
    /// and the place name before it stays whole.
    /// </summary>
    private static Paragraph Balanced(Paragraph paragraph, Length room, ComposeContext context)
    {
        var words = Words(paragraph, context);
        var space = context.Measure(" ", paragraph.Style.Text);
        if (LineCount(words, space, room) is not { } lines)
            return paragraph;
        var lastIsBound = paragraph.PlainText.Split(' ')[^1].Contains('\u00A0', StringComparison.Ordinal);
        if (lastIsBound && LineCount(words[..^1], space, room) < lines)
            return paragraph;
        var (tooNarrow, wideEnough) = (Length.Zero, room);
        while (wideEnough - tooNarrow > Slack)
        {
            var middle = (tooNarrow + wideEnough) / 2;
            (tooNarrow, wideEnough) = LineCount(words, space, middle) <= lines
                ? (tooNarrow, middle)
                : (middle, wideEnough);
        }

        var margin = Length.Max(Length.Zero, (room - wideEnough - Slack) / 2);
        return paragraph with
        {
            Format = paragraph.Format with
            {
                LeftIndent = paragraph.Format.LeftIndent + margin,
                RightIndent = paragraph.Format.RightIndent + margin,
            },
        };
    }

    private static Length[] Words(Paragraph paragraph, ComposeContext context) =>
        [.. paragraph.PlainText.Split(' ').Select(word => context.Measure(word, paragraph.Style.Text))];

    /// <summary>How many lines first-fit breaking takes; null where a word is wider than the column.</summary>
    private static int? LineCount(Length[] words, Length space, Length width)
    {
        var (lines, x) = (1, Length.Zero);
        foreach (var word in words)
        {
            if (word > width)
                return null;
            if (x > Length.Zero && x + word > width)
                (lines, x) = (lines + 1, Length.Zero);
            x += word + space;
        }

        return lines;
    }

    private static Length Sum(IEnumerable<Inline> inlines, ComposeContext context) =>
        inlines.Aggregate(Length.Zero, (sum, inline) => sum + Width(inline, context));

    private static Length Width(Inline inline, ComposeContext context) => inline switch
    {
        TextRun run => context.Measure(run.Text, run.Style),
        DottedBlank blank => context.Measure(new string('.', blank.Dots), blank.Style),
        _ => Length.Zero,
    };
}
