using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Compose;

/// <summary>The controls in which the fields of a form are edited in a Word file.</summary>
internal static class FieldControl
{
    /// <summary>Of a field that is printed on one line.</summary>
    public static Control OfLine(ComposeContext context, string key) => context.Field(key) is LongTextField
        ? OfPart(context, key, ValueTag.OneLine)
        : new Control(new ValueTag(key).ToString(), context.Field(key).Title);

    /// <summary>Of a part of a date, or of one choice.</summary>
    public static Control OfPart(ComposeContext context, string key, string part) =>
        new(new ValueTag(key, Part: part).ToString(), context.Field(key).Title);

    /// <summary>Of a paragraph of a long text.</summary>
    public static Control OfItem(ComposeContext context, string key, int item) =>
        new(new ValueTag(key, item).ToString(), context.Field(key).Title);

    /// <summary>Of all paragraphs of a long text, or of all boxes of a choice.</summary>
    public static ControlGroup Group(ComposeContext context, string key) => new(
        new ValueTag(key).ToString(), context.Field(key).Title, IsFixed: context.Field(key) is ChoiceField);
}
