using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Forms;

public static class RecordSchemaTests
{
    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds, TestEditions.FormId];

    [Theory]
    [MemberData(nameof(Forms))]
    public static void A_schema_describes_every_field_in_order_and_nothing_else(string id)
    {
        var form = Form(id);
        var schema = RecordSchema.Of(form);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal("object", (string?)schema["type"]);
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Null(schema["required"]);
        Assert.Equal(
            ["$schema", "form", "edition", .. form.Fields.Select(field => field.Key)],
            ((JsonObject)schema["properties"]!).Select(property => property.Key));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Every_property_has_the_title_and_the_help_of_its_field(string id)
    {
        var form = Form(id);

        Assert.All(form.Fields, field =>
        {
            var property = Property(form, field.Key);
            Assert.Equal(field.Title, (string?)property["title"]);
            Assert.StartsWith(field.Help, (string?)property["description"], StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Every_example_passes_the_check_of_its_field(string id)
    {
        var form = Form(id);
        var reader = new RecordReader(Engine.Fonts.Has);

        Assert.All(form.Fields, field =>
        {
            var example = Assert.Single((JsonArray)Property(form, field.Key)["examples"]!);
            var json = new JsonObject { [field.Key] = example!.DeepClone() }.ToJsonString();
            using var record = RecordReader.Parse(Encoding.UTF8.GetBytes(json));
            var result = reader.Read(record.RootElement, form);
            Assert.Empty(result.Problems);
            Assert.Contains(field.Key, result.ValueOrThrow().Values.Keys);
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void The_fields_that_a_complete_form_needs_are_listed(string id)
    {
        var form = Form(id);

        Assert.Equal(
            form.Fields.Where(field => field.Required).Select(field => field.Key),
            RecordSchema.Of(form)["x-canCoTrongBanIn"]!.AsArray().Select(key => (string)key!));
    }

    [Fact]
    public static void A_text_is_a_string_or_null_of_its_length() => Same(
        """{ "type": ["string", "null"], "maxLength": 80 }""", "nguoiMuon");

    [Fact]
    public static void A_date_is_a_string_or_null_of_the_iso_pattern() => Same(
        """{ "type": ["string", "null"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }""", "ngaySinh");

    [Fact]
    public static void A_year_is_a_whole_number_or_null_between_the_limits() => Same(
        """{ "type": ["integer", "null"], "minimum": 1930, "maximum": 2199 }""", "namKiemDiem");

    [Fact]
    public static void A_choice_is_one_of_its_list_or_null() => Same(
        """{ "enum": ["vanHoc", "khoaHoc", "thieuNhi", null] }""", "loaiSach");

    [Fact]
    public static void A_long_text_is_an_array_of_strings_or_a_string_or_null() => Same(
        """
        {
          "anyOf": [
            { "type": "array", "items": { "type": "string" } },
            { "type": "string", "maxLength": 300 },
            { "type": "null" }
          ]
        }
        """,
        "lyDoMuon");

    [Fact]
    public static void A_choice_says_what_its_values_mean() => Assert.Equal(
        "Đọc ở đâu. docTaiCho: Đọc tại chỗ; mangVe: Mang về nhà.",
        (string?)Property(TestEditions.Form, "hinhThuc")["description"]);

    private static FormDefinition Form(string id) => id == TestEditions.FormId ? TestEditions.Form : Engine.Form(id);

    private static JsonObject Property(FormDefinition form, string key) =>
        (JsonObject)RecordSchema.Of(form)["properties"]![key]!;

    private static void Same(string expected, string key)
    {
        var property = Property(TestEditions.Form, key);
        foreach (var word in new[] { "title", "description", "examples" })
            Assert.True(property.Remove(word));

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), property.ToJsonString());
    }
}
