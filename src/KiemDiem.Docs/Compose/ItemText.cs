using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>A paragraph of text; one that begins with "- " or "+ " is an item whose sign hangs out.</summary>
internal static class ItemText
{
    public static Paragraph Paragraph(ComposeContext context, string text, string defaultStyle = StyleIds.NoiDung)
    {
        var style = context.Style(StyleOf(text, defaultStyle));
        var hangs = !IsItem(text) || HasRoom(text, style, context);
        return new Paragraph(style, hangs ? Inlines(text, style) : [new TextRun(text, style.Text)]);
    }

    /// <summary>In a style that hangs, the tab after the sign goes to where the other lines begin.</summary>
    public static IReadOnlyList<Inline> Inlines(string text, ParagraphStyle style) =>
        style.Format.FirstLineIndent < Length.Zero && text is ['-' or '+', ' ', _, ..]
            ? [new TextRun(text[..1], style.Text), Tab.Instance, new TextRun(text[2..], style.Text)]
            : [new TextRun(text, style.Text)];

    public static bool IsItem(string text) => StyleOf(text, string.Empty).Length > 0;

    /// <summary>
    /// Where a pasted "word" is longer than its line, LibreOffice 7.4 leaves the sign and its tab on a line of their
    /// own and an empty line below; after a sign and a space it does not.
    /// </summary>
    private static bool HasRoom(string text, ParagraphStyle style, ComposeContext context)
    {
        var word = text.Split(' ', 3)[1];
        return context.Measure(word, style.Text) <= context.TextWidth - style.Format.LeftIndent;
    }

    private static string StyleOf(string text, string defaultStyle) => text switch
    {
        ['-', ' ', _, ..] => StyleIds.GachDauDong,
        ['+', ' ', _, ..] => StyleIds.DauCong,
        _ => defaultStyle,
    };
}
