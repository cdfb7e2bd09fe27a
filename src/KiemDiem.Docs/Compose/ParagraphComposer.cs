using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>Lowers fixed words with fields in them.</summary>
internal static class ParagraphComposer
{
    public static IEnumerable<Block> Compose(ParagraphBlock block, ComposeContext context)
    {
        var style = context.Style(block.Style);
        var inlines = ValueText.OfTemplate(context, block.Text, style.Text);
        yield return CentredLine.Compose(style, inlines, context.TextWidth, context);
    }
}
