using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Forms;

/// <summary>
/// The JSON Schemas of the files in form-templates, taken from the types that read them; an editor completes
/// definitions by them. A test holds the shipped files to these.
/// </summary>
public static class DefinitionSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string LengthPattern = @"^-?\d+(\.\d+)? (mm|pt)$";

    /// <summary>The schema files by name.</summary>
    public static IReadOnlyDictionary<string, JsonNode> All() => new SortedDictionary<string, JsonNode>
    {
        ["edition.schema.json"] = Of(typeof(Edition), "Phiên bản của các mẫu"),
        ["form.schema.json"] = Of(typeof(FormDefinition), "Định nghĩa mẫu"),
        ["the-thuc.schema.json"] = Of(typeof(TheThuc), "Thể thức trình bày"),
    };

    private static JsonObject Of(Type type, string title)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        };
        var schema = (JsonObject)DefinitionReader.Options.GetJsonSchemaAsNode(type, options);
        schema.Insert(0, "$schema", Dialect);
        schema.Insert(1, "title", title);
        ((JsonObject)schema["properties"]!).Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(Length) || context.TypeInfo.Type == typeof(Length?))
            schema = new JsonObject { ["type"] = "string", ["pattern"] = LengthPattern };
        var attributes = context.PropertyInfo?.AttributeProvider?
            .GetCustomAttributes(typeof(DescriptionAttribute), inherit: true);
        if (schema is JsonObject described && attributes is [DescriptionAttribute text, ..])
        {
            described.Insert(0, "description", text.Description);
        }

        return schema;
    }
}
