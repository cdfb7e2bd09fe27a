using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Fonts;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>The engine with the real definitions and fonts, loaded once for all tests.</summary>
internal static class Engine
{
    public static FormRenderer Renderer { get; } = FormRenderer.Load(Repository.FormTemplates, Repository.Fonts);

    public static FontLibrary Fonts { get; } = FontLibrary.Load(Repository.Fonts);

    public static FormDefinition Form(string id) => Renderer.Forms.EditionsOf(id)[^1];

    /// <summary>Checks a record that must be sound.</summary>
    public static FormRecord Record(JsonNode json)
    {
        var result = Renderer.Check(Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.Empty(result.Problems);
        return result.ValueOrThrow();
    }
}
