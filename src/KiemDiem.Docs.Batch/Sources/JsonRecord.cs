using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>Makes records of the bytes of JSON objects, as they come out of their file.</summary>
/// <param name="file">Where they stand.</param>
/// <param name="form">The form of those that name none; null for none.</param>
/// <param name="columns">How their texts are encoded.</param>
internal sealed class JsonRecord(string file, string? form, ColumnDecoding columns)
{
    public const string FormKey = "form";
    public const string EditionKey = "edition";

    /// <summary>Keys of the envelope: what they say is no text of a person.</summary>
    public static readonly string[] EnvelopeKeys = [FormKey, EditionKey, "$schema"];

    /// <summary>Enough to tell nesting from bad syntax.</summary>
    private const int MuchDepth = 1000;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = Limits.Depth };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="bytes">Good until the call returns.</param>
    /// <param name="line">The line of the file on which they begin.</param>
    /// <param name="column">And the column, in bytes.</param>
    /// <param name="badJson">What is said of bad syntax in a line and column.</param>
    public SourceRecord Read(
        ReadOnlyMemory<byte> bytes, long line, long column, Func<long, long, Problem> badJson)
    {
        if (columns.IsLegacy && !Utf8.IsValid(bytes.Span))
            bytes = Encoding.UTF8.GetBytes(CsvText.Windows1252.GetString(bytes.Span));
        Problem At(long down, long right) => badJson(line + down, right + (down == 0 ? column : 1));
        if (ProblemOf(bytes.Span, out var hasForm, At) is { } problem)
            return Refuse(line, problem);
        var json = columns.IsLegacy ? Decode(bytes) : OnOneLine(bytes.Span);
        if (form is not null && !hasForm)
            json = WithForm(json, form);
        return json.Length > Limits.RecordBytes
            ? Refuse(line, FoundInSource.TooLarge(Limits.RecordBytes))
            : new SourceRecord(new SourcePlace(file, line), json, []);
    }

    public SourceRecord Refuse(long line, Problem problem) =>
        new(new SourcePlace(file, line), ReadOnlyMemory<byte>.Empty, [problem]);

    /// <summary>The texts of a record, by key.</summary>
    public static IEnumerable<(string Column, string Text)> Texts(ReadOnlyMemory<byte> json)
    {
        using var document = RecordReader.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (NameOf(property) is not { } key || EnvelopeKeys.Contains(key))
                continue;
            IEnumerable<JsonElement> values = property.Value.ValueKind == JsonValueKind.Array
                ? property.Value.EnumerateArray()
                : [property.Value];
            foreach (var value in values)
            {
                if (value.ValueKind == JsonValueKind.String && TextOf(value) is { Length: > 0 } text)
                    yield return (key, text);
            }
        }
    }

    private static Problem? ProblemOf(
        ReadOnlySpan<byte> bytes, out bool hasForm, Func<long, long, Problem> badJson)
    {
        hasForm = false;
        var reader = new Utf8JsonReader(bytes, Strict);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return reader.Read() ? badJson(0, 0) : Found.NotAnObject(FieldPath.Root);
            }

            while (reader.Read())
            {
                hasForm |= reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName
                    && reader.ValueTextEquals(FormKey);
            }

            return null;
        }
        catch (JsonException fault)
        {
            return IsOnlyTooDeep(bytes)
                ? FoundInSource.TooDeep(Limits.Depth)
                : badJson(fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        }
    }

    private static bool IsOnlyTooDeep(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Strict with { MaxDepth = MuchDepth });
        try
        {
            while (reader.Read())
                continue;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Line breaks can only stand between the tokens of sound JSON, so they can be left out.</summary>
    private static byte[] OnOneLine(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.Trim(" \t\r\n"u8);
        if (bytes.IndexOfAny((byte)'\r', (byte)'\n') < 0)
            return bytes.ToArray();
        var result = new List<byte>(bytes.Length);
        foreach (var one in bytes)
        {
            if (one is not ((byte)'\r' or (byte)'\n'))
                result.Add(one);
        }

        return [.. result];
    }

    private static byte[] WithForm(byte[] json, string form)
    {
        var key = JsonSerializer.SerializeToUtf8Bytes(FormKey);
        var value = JsonSerializer.SerializeToUtf8Bytes(form);
        var rest = json.AsSpan(1);
        var isEmpty = rest.TrimStart(" \t"u8).StartsWith("}"u8);
        return [(byte)'{', .. key, (byte)':', .. value, .. isEmpty ? ""u8 : ","u8, .. rest];
    }

    private byte[] Decode(ReadOnlyMemory<byte> bytes)
    {
        using var document = RecordReader.Parse(bytes);
        using var target = new MemoryStream();
        using (var writer = new Utf8JsonWriter(target, Plain))
        {
            writer.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (NameOf(property) is not { } key)
                    return OnOneLine(bytes.Span);
                writer.WritePropertyName(key);
                Write(writer, property.Value, EnvelopeKeys.Contains(key) ? null : key);
            }

            writer.WriteEndObject();
        }

        return target.ToArray();
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, string? key)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(writer, item, key);
            writer.WriteEndArray();
        }
        else if (key is not null && value.ValueKind == JsonValueKind.String && TextOf(value) is { } text)
        {
            writer.WriteStringValue(columns.Decode(key, text));
        }
        else
        {
            writer.WriteRawValue(OnOneLine(Encoding.UTF8.GetBytes(value.GetRawText())), skipInputValidation: true);
        }
    }

    /// <returns>Null where the string is no Unicode text: the engine's own check tells of it.</returns>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
