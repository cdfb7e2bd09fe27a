using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>
/// A cell as the value of a field. What it cannot make sense of goes along as text: the engine's own check tells of it.
/// </summary>
internal static partial class CellValue
{
    /// <summary>In texts for people a decimal comma, as a Vietnamese spreadsheet shows it.</summary>
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = "," };

    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    public static void Write(Utf8JsonWriter writer, object cell, FieldDefinition field, FormDefinition form)
    {
        if (field is YearField && YearOf(cell) is { } year)
            writer.WriteNumber(field.Key, year);
        else if (field is DateField && DateOf(cell) is { } date)
            writer.WriteString(field.Key, Iso(date));
        else if (field is ChoiceField choice && ChoiceOf(cell, form.ChoicesOf(choice)) is { } value)
            writer.WriteString(field.Key, value);
        else if (field is LongTextField)
            WriteParagraphs(writer, field.Key, [TextOf(cell)]);
        else
            writer.WriteString(field.Key, TextOf(cell));
    }

    /// <summary>One paragraph as a text, several as a list.</summary>
    public static void WriteParagraphs(Utf8JsonWriter writer, string key, IEnumerable<string> texts)
    {
        string[] paragraphs =
        [
            .. texts.SelectMany(text => text.Split(LineBreaks, StringSplitOptions.None))
                .Where(text => !string.IsNullOrWhiteSpace(text)),
        ];
        writer.WritePropertyName(key);
        if (paragraphs is [var only])
        {
            writer.WriteStringValue(only);
            return;
        }

        writer.WriteStartArray();
        foreach (var paragraph in paragraphs)
            writer.WriteStringValue(paragraph);
        writer.WriteEndArray();
    }

    public static string TextOf(object cell) => cell switch
    {
        string text => text,
        double number => number.ToString(Vietnamese),
        DateTime day => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    public static int? YearOf(object cell) => cell switch
    {
        double number when double.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue => (int)number,
        string text when int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) =>
            year,
        _ => null,
    };

    /// <summary>Day before month, as in Viet Nam; a number is a year.</summary>
    public static PartialDate? DateOf(object cell)
    {
        if (cell is DateTime day)
            return new PartialDate(day.Year, day.Month, day.Day);
        var text = TextOf(cell).Trim();
        if (PartialDate.TryParse(text, out var date))
            return date;
        var parts = DayMonthYear().Match(text);
        if (!parts.Success)
            return null;
        var (days, months) = (parts.Groups["day"].Value, parts.Groups["month"].Value);
        var iso = $"{parts.Groups["year"].Value}-{months.PadLeft(2, '0')}"
            + (days.Length == 0 ? string.Empty : "-" + days.PadLeft(2, '0'));
        return PartialDate.TryParse(iso, out date) ? date : null;
    }

    private static string? ChoiceOf(object cell, IReadOnlyList<Choice> choices)
    {
        var text = TableForms.Plain(TextOf(cell));
        return choices.FirstOrDefault(
            choice => TableForms.Plain(choice.Value) == text || TableForms.Plain(choice.Label) == text)?.Value;
    }

    private static string Iso(PartialDate date) => (date.Month, date.Day) switch
    {
        ({ } month, { } day) => FormattableString.Invariant($"{date.Year:0000}-{month:00}-{day:00}"),
        ({ } month, null) => FormattableString.Invariant($"{date.Year:0000}-{month:00}"),
        _ => FormattableString.Invariant($"{date.Year:0000}"),
    };

    /// <summary>5/12/2022, 05-12-2022, 5.12.2022, 12/2022; the same sign in all places.</summary>
    [GeneratedRegex(
        @"^(?:(?<day>\d{1,2})(?<sign>[/.-]))?(?<month>\d{1,2})(?(sign)\k<sign>|[/.-])(?<year>\d{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();
}
