using System.Globalization;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Data;

/// <summary>
/// What a record says in a field before it was checked, as text for the name of a file: broken records have names, too.
/// </summary>
public static class RawValue
{
    /// <summary>More than any name takes; nobody composes a megabyte of text for it.</summary>
    private const int LongestText = 1000;
    private const int FirstParagraphs = 5;

    /// <returns>
    /// A date in ISO 8601, a choice as it is printed; null where the field is not in the form or not in the record, or
    /// holds nothing of its kind.
    /// </returns>
    public static string? TextOf(JsonElement record, FormDefinition form, string key)
    {
        if (!TryGet(record, form, key, out var field, out var value))
            return null;
        return field switch
        {
            TextField => Gated(StringOf(value)),
            LongTextField when value.ValueKind == JsonValueKind.Array =>
                Gated(string.Join(' ', value.EnumerateArray().Select(StringOf).Take(FirstParagraphs))),
            LongTextField => Gated(StringOf(value)),
            DateField => DateOf(value) is { } date ? Iso(date) : null,
            YearField => YearOf(value)?.ToString(CultureInfo.InvariantCulture),
            ChoiceField choice when StringOf(value) is { } chosen =>
                form.ChoicesOf(choice).FirstOrDefault(known => known.Value == chosen)?.Label,
            _ => null,
        };
    }

    /// <returns>A year, or the year of a date; null where the field says none.</returns>
    public static int? YearOf(JsonElement record, FormDefinition form, string key) =>
        TryGet(record, form, key, out var field, out var value)
            ? field switch
            {
                DateField => DateOf(value)?.Year,
                YearField => YearOf(value),
                _ => null,
            }
            : null;

    private static bool TryGet(
        JsonElement record, FormDefinition form, string key, out FieldDefinition? field, out JsonElement value)
    {
        value = default;
        return form.FieldsByKey.TryGetValue(key, out field) && JsonText.TryGet(record, key, out value);
    }

    private static string? StringOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;

    private static PartialDate? DateOf(JsonElement value) =>
        StringOf(value) is { } text && PartialDate.TryParse(text.Trim(), out var date) ? date : null;

    private static int? YearOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var year)
            && year is >= Limits.FirstYear and <= Limits.LastYear && decimal.IsInteger(year)
            ? (int)year
            : null;

    private static string Iso(PartialDate date) => string.Join('-', new[]
    {
        date.PrintedYear,
        date.Month?.ToString("00", CultureInfo.InvariantCulture),
        date.Day?.ToString("00", CultureInfo.InvariantCulture),
    }.Where(part => part is not null));

    /// <summary>Through the gate of all texts: a file has the name that the checked record would give it.</summary>
    private static string? Gated(string? text)
    {
        if (text is null)
            return null;
        var lines = text.AsSpan(0, Math.Min(text.Length, LongestText)).ToArray();
        foreach (ref var c in lines.AsSpan())
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                c = ' ';
        }

        var passed = TextGate.Pass(new string(lines), _ => true, new List<TextFinding>());
        return passed.Length > 0 ? passed : null;
    }
}
