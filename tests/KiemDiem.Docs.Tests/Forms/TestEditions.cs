using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Forms;

/// <summary>A made-up form in two editions of nothing but files; it has every kind of field and of block.</summary>
internal static class TestEditions
{
    public const string FormId = "phieu-muon-sach";

    public static string Folder { get; } =
        Path.Combine(Repository.Root, "tests", "KiemDiem.Docs.Tests", "Forms", "TestEditions");

    public static FormRenderer Renderer { get; } = FormRenderer.Load(Folder, Repository.Fonts);

    /// <summary>The older edition: the one with everything in it.</summary>
    public static FormDefinition Form { get; } = Renderer.Forms.EditionsOf(FormId)[0];

    /// <summary>Checks a record against the older edition.</summary>
    public static CheckedRecord Check(string json) => Check(Encoding.UTF8.GetBytes(json));

    public static CheckedRecord Check(byte[] json) => Renderer.Check(json, FormId, "2001");

    /// <summary>A record of the older edition that must be sound.</summary>
    public static FormRecord Record(string json)
    {
        var result = Check(json);
        Assert.Empty(result.Problems);
        return result.ValueOrThrow();
    }

    /// <summary>A record with one field, whatever its value.</summary>
    public static CheckedRecord CheckField(string key, JsonNode? value) =>
        Check(new JsonObject { [key] = value }.ToJsonString());
}
