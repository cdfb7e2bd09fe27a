using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.HardText;

/// <summary>Records that say the same in every line of a form.</summary>
internal static class FilledForm
{
    public static DateOnly Date { get; } = new(2022, 12, 5);

    /// <summary>A record with one text in every field of one line, dated by default.</summary>
    public static FormRecord WithEveryText(FormDefinition form, string text, string? place = null, string? date = null)
    {
        var record = new JsonObject { ["form"] = form.Id };
        foreach (var field in form.Fields.OfType<TextField>())
            record[field.Key] = Cut(text, field.MaxLength);
        foreach (var field in form.Fields.OfType<YearField>())
            record[field.Key] = Date.Year;
        foreach (var field in form.Fields.OfType<DateField>())
            record[field.Key] = date ?? Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (place is not null)
            record["diaDanh"] = place;
        return Engine.Record(record);
    }

    /// <summary>How often the fields of one line are printed.</summary>
    public static int TextsPrinted(FormDefinition form) =>
        form.Blocks.SelectMany(FieldUse.Of).Count(key => form.FieldsByKey[key] is TextField);

    /// <summary>Whole words up to a length.</summary>
    private static string Cut(string text, int length)
    {
        while (text.Length > length)
            text = text[..text.LastIndexOf(' ')];
        return text;
    }
}
