using KiemDiem.Docs.Api.Requests;
using Microsoft.OpenApi;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>A file in the OpenAPI document: as the form of a browser sends it, or as the body itself.</summary>
internal static class FileRequest
{
    private const string Field = "file";

    public static OpenApiRequestBody Body()
    {
        var content = new Dictionary<string, OpenApiMediaType>
        {
            // First, so that the Swagger page begins with a button to choose the file.
            [FileBody.FormType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { Field },
                    Properties = new Dictionary<string, IOpenApiSchema> { [Field] = Bytes("Tệp Word hoặc PDF.") },
                },
            },
        };
        foreach (var type in FileBody.RawTypes)
            content[type] = new OpenApiMediaType { Schema = Bytes(null) };
        return new OpenApiRequestBody { Required = true, Description = "Tệp Word hoặc PDF.", Content = content };
    }

    private static OpenApiSchema Bytes(string? help) =>
        new() { Type = JsonSchemaType.String, Format = "binary", Description = help };
}
