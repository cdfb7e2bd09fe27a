using System.Diagnostics;
using System.Text.Json.Nodes;

namespace KiemDiem.Docs.Forms;

/// <summary>The JSON Schema (2020-12) of a form's records, with titles, help and examples in Vietnamese.</summary>
/// <remarks>
/// No property is required: an absent one is left for the pen. What a complete form needs is told by
/// "x-canCoTrongBanIn" and, when a record is checked, by warnings.
/// </remarks>
public static class RecordSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string DatePattern = @"^\d{4}(-\d{2}(-\d{2})?)?$";

    public static JsonObject Of(FormDefinition form)
    {
        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = "Địa chỉ của lược đồ này; không bắt buộc.",
            },
            ["form"] = new JsonObject { ["const"] = form.Id, ["description"] = "Tên mẫu." },
            ["edition"] = new JsonObject
            {
                ["const"] = form.Edition.Id,
                ["description"] = "Phiên bản của mẫu; không ghi thì lấy theo ngày của bản ghi.",
            },
        };
        foreach (var field in form.Fields)
            properties[field.Key] = Property(field, form);
        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = $"{form.Title} ({form.SoMau})",
            ["description"] = "Trường nào bỏ trống thì bản in để chỗ trống cho viết tay. "
                + "Trường không có trong danh sách là lỗi.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["x-canCoTrongBanIn"] = new JsonArray(
                [.. form.Fields.Where(field => field.Required).Select(field => (JsonNode)field.Key)]),
        };
    }

    private static JsonObject Property(FieldDefinition field, FormDefinition form)
    {
        var property = field switch
        {
            TextField text => Described(field, new JsonObject
            {
                ["type"] = Nullable("string"),
                ["maxLength"] = text.MaxLength,
            }),
            LongTextField longText => Described(field, new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                    new JsonObject { ["type"] = "string", ["maxLength"] = longText.MaxLength },
                    new JsonObject { ["type"] = "null" }),
            }),
            DateField => Described(field, new JsonObject { ["type"] = Nullable("string"), ["pattern"] = DatePattern }),
            YearField => Described(field, new JsonObject
            {
                ["type"] = Nullable("integer"),
                ["minimum"] = Limits.FirstYear,
                ["maximum"] = Limits.LastYear,
            }),
            ChoiceField choice => Choice(choice, form),
            _ => throw new UnreachableException($"No schema for {field.GetType().Name}."),
        };
        property["examples"] = new JsonArray(RecordSample.Example(field));
        return property;
    }

    private static JsonObject Choice(ChoiceField field, FormDefinition form)
    {
        var choices = form.ChoicesOf(field);
        var property = Described(field, new JsonObject
        {
            ["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode?)choice.Value), null]),
        });
        var meanings = choices.Select(choice => $"{choice.Value}: {choice.Label}");
        property["description"] = $"{field.Help} {string.Join("; ", meanings)}.";
        return property;
    }

    private static JsonObject Described(FieldDefinition field, JsonObject property)
    {
        property["title"] = field.Title;
        property["description"] = field.Help;
        return property;
    }

    private static JsonArray Nullable(string type) => [type, "null"];
}
