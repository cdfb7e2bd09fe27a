using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>A paragraph of text; one that begins with "- " or "+ " is an item whose sign hangs out.</summary>
internal static class ItemText
{
    public static Paragraph Paragraph(ComposeContext context, string text, string defaultStyle = StyleIds.NoiDung)
    {
        var styleId = StyleOf(text, defaultStyle);
        var style = context.Style(styleId);
        return styleId == defaultStyle
            ? new Paragraph(style, [new TextRun(text, style.Text)])
            : new Paragraph(style, [new TextRun(text[..1], style.Text), Tab.Instance, new TextRun(text[2..], style.Text)]);
    }

    private static string StyleOf(string text, string defaultStyle) => text switch
    {
        ['-' or '–', ' ', _, ..] => StyleIds.GachDauDong,
        ['+', ' ', _, ..] => StyleIds.DauCong,
        _ => defaultStyle,
    };
}
