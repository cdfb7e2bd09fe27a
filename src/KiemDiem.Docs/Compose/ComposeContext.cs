using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>What every block is lowered with: the record, the thể thức, and a ruler for text.</summary>
internal sealed class ComposeContext(FormRecord record, FontLibrary fonts)
{
    public FormRecord Record { get; } = record;

    public FormDefinition Form => Record.Form;

    public TheThuc TheThuc => Form.Edition.TheThuc;

    public Length TextWidth => TheThuc.Page.TextWidth;

    public ParagraphStyle Style(string id) => TheThuc.ParagraphStyles[id];

    /// <summary>How long a text is in a style, on one line.</summary>
    public Length Measure(string text, TextStyle style) => fonts.Measure(TheThuc.FontFamily, style, text);

    public FieldDefinition Field(string key) => Form.FieldsByKey[key];
}
