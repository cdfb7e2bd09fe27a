using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Forms;

/// <summary>
/// Reads one file of form-templates, strictly: what it does not know it refuses, with line and place.
/// </summary>
internal static partial class DefinitionReader
{
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <exception cref="BrokenDefinitionException">The file is missing or not as it should be.</exception>
    public static T Read<T>(string file)
        where T : class
    {
        if (!File.Exists(file))
            throw new BrokenDefinitionException(file, null, null, "Tệp không tồn tại.");
        try
        {
            var bytes = File.ReadAllBytes(file);

            // Syntax first: the place that deserializing tells with a syntax error is only where it had got to.
            JsonDocument.Parse(bytes).Dispose();
            return JsonSerializer.Deserialize<T>(WithoutSchemaKey(bytes), Options)
                ?? throw new BrokenDefinitionException(file, 1, null, "Tệp rỗng.");
        }
        catch (JsonException e)
        {
            throw new BrokenDefinitionException(file, e.LineNumber + 1, Pointer(e.Path), e.Message, e);
        }
        catch (NotSupportedException e) when (Where().Match(e.Message) is { Success: true } where)
        {
            var line = long.Parse(where.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            throw new BrokenDefinitionException(file, line + 1, Pointer(where.Groups[1].Value), e.Message, e);
        }
        catch (Exception e) when (e is FormatException or NotSupportedException or ArgumentException)
        {
            throw new BrokenDefinitionException(file, null, null, e.Message, e);
        }
    }

    /// <summary>The line on which a place of a file begins.</summary>
    public static long? LineOf(string file, FieldPath path)
    {
        var bytes = File.ReadAllBytes(file);
        var reader = new Utf8JsonReader(bytes);
        var keys = new List<string?>();
        var indexes = new List<int>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                keys.RemoveAt(keys.Count - 1);
                indexes.RemoveAt(indexes.Count - 1);
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                keys[^1] = reader.GetString();
                continue;
            }

            if (indexes.Count > 0)
                indexes[^1]++;
            if (Here(keys, indexes) == path)
                return 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                keys.Add(null);
                indexes.Add(-1);
            }
        }

        return null;
    }

    private static FieldPath Here(List<string?> keys, List<int> indexes)
    {
        var path = FieldPath.Root;
        for (var i = 0; i < keys.Count; i++)
            path = keys[i] is { } key ? path.Child(key) : path.Item(indexes[i]);
        return path;
    }

    /// <summary>
    /// "$schema" is for editors and belongs to no type; blanked out, so that lines keep their numbers.
    /// </summary>
    private static byte[] WithoutSchemaKey(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1))
        {
        }

        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("$schema"u8))
            return bytes;
        var start = (int)reader.TokenStartIndex;
        reader.Read();
        var end = (int)reader.BytesConsumed;
        while (end < bytes.Length && bytes[end] != (byte)',' && bytes[end] != (byte)'}')
            end++;
        bytes.AsSpan(start, end - start + (bytes[end] == (byte)',' ? 1 : 0)).Fill((byte)' ');
        return bytes;
    }

    /// <summary>A block without its kind is told by an exception that has its place only in words.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"Path: (\S+) \| LineNumber: (\d+)")]
    private static partial System.Text.RegularExpressions.Regex Where();

    private static string? Pointer(string? jsonPath) => jsonPath?
        .Replace("$", string.Empty, StringComparison.Ordinal)
        .Replace("[", "/", StringComparison.Ordinal)
        .Replace("]", string.Empty, StringComparison.Ordinal)
        .Replace('.', '/');

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new LengthConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>
/// Lengths in definitions are written with their unit: "14 pt", "10 mm". They are rounded to twips (0.018 mm), so that
/// the Word file, which has no finer unit, and the PDF are set with the same numbers.
/// </summary>
internal sealed class LengthConverter : JsonConverter<Length>
{
    public override Length Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : string.Empty;
        var unitAt = text.IndexOf(' ', StringComparison.Ordinal);
        if (unitAt > 0 && double.TryParse(
            text[..unitAt],
            System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number))
        {
            switch (text[(unitAt + 1)..])
            {
                case "mm":
                    return Length.Mm(number).OnTwips;
                case "pt":
                    return Length.Pt(number).OnTwips;
            }
        }

        throw new JsonException("Độ dài phải viết kèm đơn vị mm hoặc pt, ví dụ \"10 mm\", \"14 pt\".");
    }

    public override void Write(Utf8JsonWriter writer, Length value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
