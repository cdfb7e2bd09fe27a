using System.Net;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Api;

public sealed class OpenApiTests(ApiService service) : IClassFixture<ApiService>
{
    [Fact]
    public async Task The_document_is_openapi_3_1()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.1.", (string?)document["openapi"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_form_has_one_operation_for_each_format_under_its_own_name()
    {
        var document = await DocumentAsync();

        foreach (var form in service.Renderer.Forms.Forms)
        {
            foreach (var ending in new[] { ".docx", ".pdf", ".png", "/check" })
            {
                var operation = document["paths"]![$"/v1/forms/{form.Id}{ending}"]!["post"]!;
                Assert.Equal([form.Title], operation["tags"]!.AsArray().Select(tag => (string)tag!));
                Assert.NotEmpty((string)operation["summary"]!);
            }
        }
    }

    [Fact]
    public async Task Every_answer_is_described_and_problems_are_problem_json()
    {
        var document = await DocumentAsync();
        var responses = document["paths"]![$"/v1/forms/{ApiService.Form}.docx"]!["post"]!["responses"]!.AsObject();

        Assert.Equal(
            ["200", "304", "400", "404", "413", "415", "422", "500", "503"],
            responses.Select(response => response.Key));
        Assert.Equal(
            "binary", (string?)responses["200"]!["content"]![ApiService.DocxType]!["schema"]!["format"]);
        Assert.All(
            responses.Skip(2),
            response => Assert.Equal(
                "#/components/schemas/Problem",
                (string?)response.Value!["content"]![ApiService.ProblemType]!["schema"]!["$ref"]));
    }

    [Fact]
    public async Task The_record_of_a_form_is_its_own_json_schema_unchanged()
    {
        var document = await DocumentAsync();

        foreach (var form in service.Renderer.Forms.Forms)
        {
            var expected = RecordSchema.Of(form);
            expected.Remove("$schema");
            Assert.True(JsonNode.DeepEquals(
                Sorted(expected), Sorted(document["components"]!["schemas"]![$"{form.Id}.{form.Edition.Id}"]!)));
        }
    }

    [Fact]
    public async Task Every_reference_leads_to_a_component()
    {
        var document = await DocumentAsync();

        var components = document["components"]!["schemas"]!;
        Assert.All(
            References(document),
            reference => Assert.NotNull(components[reference["#/components/schemas/".Length..]]));
    }

    [Fact]
    public async Task The_filled_example_comes_first_then_the_blank_one_and_both_render()
    {
        var document = await DocumentAsync();

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            if (item!["post"] is not { } operation || !path.StartsWith("/v1/forms/", StringComparison.Ordinal))
                continue;
            var examples = operation["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();
            Assert.StartsWith("Bản điền đầy đủ", (string?)examples.First().Value!["summary"], StringComparison.Ordinal);
            Assert.StartsWith("Bản trống", (string?)examples.Last().Value!["summary"], StringComparison.Ordinal);
            foreach (var (_, example) in examples)
            {
                using var response = await service.PostAsync(path, example!["value"]!.ToJsonString());
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal("0", response.Headers.GetValues("KiemDiem-Warnings").Single());
            }
        }
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var response = await service.GetAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ApiService.JsonAsync(response);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(pair => pair is { Key: "$ref", Value: JsonValue reference }
            ? [(string)reference!]
            : References(pair.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };

    /// <summary>With the kinds of "type" in one order: to JSON Schema they are a set.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(
            pair.Key,
            pair is { Key: "type", Value: JsonArray kinds }
                ? new JsonArray([.. kinds.Select(kind => (string)kind!).Order(StringComparer.Ordinal)
                    .Select(kind => (JsonNode)kind)])
                : Sorted(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
