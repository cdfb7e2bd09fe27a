using KiemDiem.Docs.Forms;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>A record in the OpenAPI document: its schema by form and edition, and examples to begin with.</summary>
internal static class RecordRequest
{
    /// <summary>"ban-kiem-diem-ca-nhan.2019"</summary>
    public static string SchemaName(FormDefinition form) => $"{form.Id}.{form.Edition.Id}";

    /// <summary>The form's own JSON Schema, which OpenAPI 3.1 takes as it is.</summary>
    public static IOpenApiSchema SchemaOf(FormDefinition form, OpenApiDocument document)
    {
        var schema = RecordSchema.Of(form);

        // The dialect is the document's; a schema within it must not name one of its own.
        schema.Remove("$schema");
        return OpenApiModelFactory.Parse<OpenApiSchema>(
                schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _)
            ?? throw new InvalidOperationException($"The schema of {form.Id} cannot be read back.");
    }

    public static OpenApiRequestBody Of(IReadOnlyList<FormDefinition> editions, OpenApiDocument document) => new()
    {
        Required = true,
        Description = "Dữ liệu của văn bản. Hãy sửa trực tiếp; trường nào xóa đi thì bản in để chỗ trống.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = editions.Count == 1
                    ? Reference(editions[0], document)
                    : new OpenApiSchema { AnyOf = [.. editions.Reverse().Select(form => Reference(form, document))] },
                Examples = Examples(editions),
            },
        },
    };

    private static OpenApiSchemaReference Reference(FormDefinition form, OpenApiDocument document) =>
        new OpenApiSchemaReference(SchemaName(form), document);

    /// <summary>Newest first: the first one stands in the box of the Swagger page.</summary>
    private static Dictionary<string, IOpenApiExample> Examples(IReadOnlyList<FormDefinition> editions)
    {
        var examples = new Dictionary<string, IOpenApiExample>();
        foreach (var form in editions.Reverse())
        {
            var summary = editions.Count == 1 ? "Bản điền đầy đủ" : $"Bản điền đầy đủ ({form.Edition.Title})";
            examples[$"banDayDu.{form.Edition.Id}"] = new OpenApiExample
            {
                Summary = summary,
                Value = RecordSample.Filled(form),
            };
        }

        examples["banTrong"] = new OpenApiExample
        {
            Summary = "Bản trống để in ra viết tay",
            Value = RecordSample.Blank(editions[^1]),
        };
        return examples;
    }
}
