using System.Text.Encodings.Web;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Forms;

/// <summary>The schemas beside the definitions are taken from the types; UPDATE_SNAPSHOTS=1 renews them.</summary>
public static class DefinitionSchemaTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Files => [.. DefinitionSchema.All().Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public static void A_schema_file_says_what_the_types_say(string name)
    {
        var file = Path.Combine(Repository.FormTemplates, name);
        var expected = DefinitionSchema.All()[name].ToJsonString(Readable) + "\n";
        if (Acceptance.IsOn)
            File.WriteAllText(file, expected);

        var shipped = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        Assert.True(
            shipped == expected,
            $"form-templates/{name} is not what DefinitionSchema.All() gives. {Acceptance.Advice}");
    }

    [Fact]
    public static void There_is_no_schema_file_without_a_type()
    {
        var files = Directory.GetFiles(Repository.FormTemplates, "*.schema.json").Select(Path.GetFileName);

        Assert.Equal(DefinitionSchema.All().Keys, files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void Every_definition_names_its_schema()
    {
        var definitions = Directory.GetDirectories(Repository.FormTemplates).SelectMany(Directory.GetFiles);

        Assert.All(definitions, file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var schema = json.RootElement.GetProperty("$schema").GetString()!;
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, schema));
            Assert.Equal(SchemaOf(Path.GetFileName(file)), Path.GetRelativePath(Repository.FormTemplates, path));
        });
    }

    [Fact]
    public static void The_form_schema_knows_every_kind_of_block_and_of_field()
    {
        var schema = DefinitionSchema.All()["form.schema.json"].ToJsonString();

        Assert.All(
            ["paragraph", "header", "fieldLine", "longText", "ratingRow", "choiceList", "signature", "pageBreak",
                "text", "date", "year", "choice"],
            kind => Assert.Contains($"{{\"const\":\"{kind}\"}}", schema, StringComparison.Ordinal));
    }

    private static string SchemaOf(string file) => file switch
    {
        "edition.json" => "edition.schema.json",
        "the-thuc.json" => "the-thuc.schema.json",
        _ => "form.schema.json",
    };
}
