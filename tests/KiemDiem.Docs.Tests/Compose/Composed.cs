using System.Text;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Forms;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Tests.Compose;

/// <summary>The made-up form, or single blocks in its fields and styles, lowered to a document.</summary>
internal static class Composed
{
    public static KiemDiem.Docs.Forms.TheThuc TheThuc => TestEditions.Form.Edition.TheThuc;

    public static Length TextWidth => TheThuc.Page.TextWidth;

    /// <summary>The whole form.</summary>
    public static Document Form(string json) => FormComposer.Compose(TestEditions.Record(json), Engine.Fonts);

    public static IReadOnlyList<Block> Blocks(BlockDefinition block, string json = "{}") => Blocks([block], json);

    public static IReadOnlyList<Block> Blocks(IReadOnlyList<BlockDefinition> blocks, string json = "{}") =>
        FormComposer.Compose(Record(TestEditions.Form with { Blocks = blocks }, json), Engine.Fonts).Blocks;

    /// <summary>What a block prints, line by line.</summary>
    public static IReadOnlyList<string> Lines(BlockDefinition block, string json = "{}") =>
        DocumentText.Lines(Blocks(block, json));

    public static FormRecord Record(FormDefinition form, string json)
    {
        using var parsed = RecordReader.Parse(Encoding.UTF8.GetBytes(json));
        var result = new RecordReader(Engine.Fonts.Has).Read(parsed.RootElement, form);
        Assert.Empty(result.Problems);
        return result.ValueOrThrow();
    }

    public static Length Measure(string text, TextStyle style) => Engine.Fonts.Measure(TheThuc.FontFamily, style, text);
}
