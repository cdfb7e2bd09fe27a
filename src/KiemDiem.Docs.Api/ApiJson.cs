using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KiemDiem.Docs.Api.Batches;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Routes;

namespace KiemDiem.Docs.Api;

/// <summary>How the service writes JSON: by code made at build time, Vietnamese letters as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FormList))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(ExtractAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    private static ApiJson? context;

    /// <summary>Answers are JSON to programs and never part of a page, so "ễ" need not become "\u1EC5".</summary>
    /// <remarks>Made late: the generated part of this class has static members too, in no order with these.</remarks>
    public static ApiJson Context => context ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
