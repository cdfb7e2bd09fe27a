using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>A field as inlines: its value in words, or dots where it is left for the pen.</summary>
internal static class ValueText
{
    private const int DayDots = 6;
    private const int YearDots = 8;

    /// <summary>Fixed words with the fields in them.</summary>
    public static List<Inline> OfTemplate(
        ComposeContext context, string template, TextStyle style, bool capitals = false)
    {
        var inlines = new List<Inline>();
        foreach (var part in Template.Parse(template))
        {
            if (part.Field is { } field)
                inlines.AddRange(OfField(context, field, style, capitals));
            else
                inlines.Add(new TextRun(Capitalise(part.Text!, capitals), style));
        }

        return inlines;
    }

    /// <summary>The value of a field in running text, or a row of dots.</summary>
    public static IReadOnlyList<Inline> OfField(
        ComposeContext context, string key, TextStyle style, bool capitals = false)
    {
        var field = context.Field(key);
        if (field is DateField { Print: DatePrint.Words })
            return DateInWords(context, key, style);
        var control = FieldControl.OfLine(context, key);
        return Printed(context, key) is { } text
            ? [new TextRun(Capitalise(text, capitals), style) { Control = control }]
            : [new DottedBlank(Dots(field), style) { Control = control }];
    }

    /// <summary>The value of a field as it is printed on one line; null where there is none.</summary>
    public static string? Printed(ComposeContext context, string key) =>
        context.Record.Values.TryGetValue(key, out var value) ? PrintedValue.Of(value) : null;

    /// <summary>
    /// "ngày 05 tháng 12 năm 2022" on one line; what is not known is dots. Source: 36-HD/VPTW, 1.4.2.
    /// </summary>
    private static List<Inline> DateInWords(ComposeContext context, string key, TextStyle style)
    {
        var date = context.Record.Get<DateValue>(key)?.Date;
        return
        [
            new TextRun("ngày\u00A0", style),
            Known(date?.PrintedDay, DayDots, style, FieldControl.OfPart(context, key, ValueTag.Day)),
            new TextRun("\u00A0tháng\u00A0", style),
            Known(date?.PrintedMonth, DayDots, style, FieldControl.OfPart(context, key, ValueTag.Month)),
            new TextRun("\u00A0năm\u00A0", style),
            Known(date?.PrintedYear, YearDots, style, FieldControl.OfPart(context, key, ValueTag.Year)),
        ];
    }

    private static Inline Known(string? text, int dots, TextStyle style, Control control) => text is null
        ? new DottedBlank(dots, style) { Control = control }
        : new TextRun(text, style) { Control = control };

    private static int Dots(FieldDefinition field) => field switch
    {
        TextField text => text.Dots,
        YearField year => year.Dots,
        _ => 2 * DayDots,
    };

    private static string Capitalise(string text, bool capitals) => capitals ? text.ToUpperInvariant() : text;
}
