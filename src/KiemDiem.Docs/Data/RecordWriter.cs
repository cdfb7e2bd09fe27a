using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Data;

/// <summary>
/// Writes a record as it was understood: the form, the edition, then the values in the order of the definition. Equal
/// records give equal bytes, and <see cref="RecordReader"/> reads an equal record back.
/// </summary>
public static class RecordWriter
{
    /// <summary>What the record is called inside the files that are made from it.</summary>
    public const string FileName = "record.json";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Unsafe only inside HTML; Vietnamese letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>UTF-8 without a byte order mark, ending in a line feed.</returns>
    public static byte[] Write(FormRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString(RecordReader.FormKey, record.Form.Id);
            writer.WriteString(RecordReader.EditionKey, record.Form.Edition.Id);
            foreach (var field in record.Form.Fields)
            {
                if (!record.Values.TryGetValue(field.Key, out var value))
                    continue;
                writer.WritePropertyName(field.Key);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FieldValue value)
    {
        switch (value)
        {
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case LongTextValue longText:
                writer.WriteStartArray();
                foreach (var paragraph in longText.Paragraphs)
                    writer.WriteStringValue(paragraph);
                writer.WriteEndArray();
                break;
            case DateValue date:
                writer.WriteStringValue(Iso(date.Date));
                break;
            case YearValue year:
                writer.WriteNumberValue(year.Year);
                break;
            case ChoiceValue choice:
                writer.WriteStringValue(choice.Choice.Value);
                break;
            default:
                throw new UnreachableException($"No JSON for {value.GetType().Name}.");
        }
    }

    /// <summary>As much of the date as is known, as ISO 8601 writes it.</summary>
    private static string Iso(PartialDate date) => (date.Month, date.Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{month:00}-{day:00}"),
        ({ } month, _) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{month:00}"),
        _ => date.Year.ToString("0000", CultureInfo.InvariantCulture),
    };
}
