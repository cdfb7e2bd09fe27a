using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>A paragraph of text; one that begins with "- " or "+ " is an item whose sign hangs out.</summary>
internal static class ItemText
{
    public static Paragraph Paragraph(ComposeContext context, string text, string defaultStyle = StyleIds.NoiDung)
    {
        var style = context.Style(StyleOf(text, defaultStyle));
        return new Paragraph(style, Inlines(text, style));
    }

    /// <summary>In a style that hangs, the tab after the sign goes to where the other lines begin.</summary>
    public static IReadOnlyList<Inline> Inlines(string text, ParagraphStyle style) =>
        style.Format.FirstLineIndent < Length.Zero && text is ['-' or '+', ' ', _, ..]
            ? [new TextRun(text[..1], style.Text), Tab.Instance, new TextRun(text[2..], style.Text)]
            : [new TextRun(text, style.Text)];

    public static bool IsItem(string text) => StyleOf(text, string.Empty).Length > 0;

    private static string StyleOf(string text, string defaultStyle) => text switch
    {
        ['-', ' ', _, ..] => StyleIds.GachDauDong,
        ['+', ' ', _, ..] => StyleIds.DauCong,
        _ => defaultStyle,
    };
}
