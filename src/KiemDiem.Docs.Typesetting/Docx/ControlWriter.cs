using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// Writes content controls and binds what they show to the data part. One writer serves a whole file: its controls are
/// numbered.
/// </summary>
/// <remarks>Measured with LibreOffice 7.4: docs/word/content-controls.md.</remarks>
internal sealed class ControlWriter(DataPart? data)
{
    private const int MaxAliasLength = 64;

    private int count;

    /// <summary>
    /// Around a value inside a line. Plain text, said or not: Word takes every bound control for plain text, but
    /// LibreOffice 7.4 drops the formatting of those that say so, and so a run with its own does not.
    /// </summary>
    public W.SdtRun Around(W.Run run, Control control, bool hasOwnStyle) => new(
        Properties(control.Tag, control.Label, ShownText.Of(run), hasOwnStyle ? null : new W.SdtContentText()),
        new W.SdtContentRun(run));

    /// <summary>Around room for a value. It is not bound: Word asks for text where a bound value is empty.</summary>
    public W.SdtRun AroundBlank(W.Run run, Control control) =>
        new(Properties(control.Tag, control.Label, null, null), new W.SdtContentRun(run));

    /// <summary>Around a box, which shows "true" or "false" as XML Schema writes it.</summary>
    public W.SdtRun Around(W.Run run, CheckBox box, W14.SdtContentCheckBox kind) => new(
        box.Control is { } control
            ? Properties(control.Tag, box.Label, box.Checked ? "true" : "false", kind)
            : Properties(null, box.Label, null, kind),
        new W.SdtContentRun(run));

    /// <summary>
    /// Around a whole paragraph; Enter makes a new line in it. An empty one is room for a value.
    /// </summary>
    public W.SdtBlock Around(W.Paragraph paragraph, Control control)
    {
        var text = ShownText.Of(paragraph);
        if (text.Length == 0)
            return new(Properties(control.Tag, control.Label, null, null), new W.SdtContentBlock(paragraph));
        Join(paragraph);
        return new(
            Properties(control.Tag, control.Label, text, new W.SdtContentText { MultiLine = true }),
            new W.SdtContentBlock(paragraph));
    }

    /// <summary>Around the paragraphs of a value.</summary>
    public W.SdtBlock Around(IEnumerable<OpenXmlElement> paragraphs, ControlGroup group) => new(
        Properties(group.Tag, group.Label, null, group.IsFixed ? new W.SdtContentGroup() : null),
        new W.SdtContentBlock(paragraphs));

    /// <summary>
    /// Around all that stands in a paragraph. LibreOffice 7.4 takes text before the first box away from a row with a
    /// group around it.
    /// </summary>
    public W.Paragraph Inside(W.Paragraph row, ControlGroup group)
    {
        var content = row.ChildElements.Where(part => part is not W.ParagraphProperties).ToList();
        foreach (var part in content)
            part.Remove();
        row.AppendChild(new W.SdtRun(
            Properties(group.Tag, group.Label, null, new W.SdtContentGroup()), new W.SdtContentRun(content)));
        return row;
    }

    /// <summary>Plain text is a single run (ECMA-376, part 1, 17.5.2.44).</summary>
    private static void Join(W.Paragraph paragraph)
    {
        var runs = paragraph.Elements<W.Run>().ToList();
        foreach (var run in runs.Skip(1))
        {
            foreach (var part in run.ChildElements.ToList())
            {
                part.Remove();
                runs[0].AppendChild(part);
            }

            run.Remove();
        }
    }

    /// <summary>In the order of the schema (ECMA-376, part 1, 17.5.2.38).</summary>
    private W.SdtProperties Properties(string? tag, string label, string? shown, OpenXmlElement? kind)
    {
        var properties = new W.SdtProperties(
            new W.SdtAlias { Val = label.Length <= MaxAliasLength ? label : label[..(MaxAliasLength - 1)] + "…" });
        if (tag is not null)
            properties.AppendChild(new W.Tag { Val = tag });
        properties.AppendChild(new W.SdtId { Val = ++count });
        if (tag is not null && shown is not null && data is not null)
            properties.AppendChild(data.Bind(tag, shown));
        if (kind is not null)
            properties.AppendChild(kind);
        return properties;
    }
}
