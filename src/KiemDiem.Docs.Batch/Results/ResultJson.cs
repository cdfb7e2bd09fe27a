using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Results;

/// <summary>The JSON of results: the same in a line of a part and in the manifest.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ProblemConverter)])]
[JsonSerializable(typeof(RecordResult))]
[JsonSerializable(typeof(ManifestProgram))]
[JsonSerializable(typeof(ManifestTotals))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class ResultJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; the files are no part of a web page.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A problem as the service's refusals have it.</summary>
internal sealed class ProblemConverter : JsonConverter<Problem>
{
    private const string Pointer = "pointer";
    private const string Code = "code";
    private const string Detail = "detail";

    public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? pointer = null, code = null, detail = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case Pointer: pointer = reader.GetString(); break;
                case Code: code = reader.GetString(); break;
                case Detail: detail = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return pointer is null || code is null || detail is null
            ? throw new JsonException()
            : new Problem(new FieldPath(pointer), code, detail);
    }

    public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Pointer, value.Path.Pointer);
        writer.WriteString(Code, value.Code);
        writer.WriteString(Detail, value.Detail);
        writer.WriteEndObject();
    }
}
