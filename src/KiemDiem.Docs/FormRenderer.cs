using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Text;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Paint;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs;

/// <summary>
/// The one entry: a record in, an official form out. The only file that knows the order of the rooms.
/// </summary>
/// <remarks>Safe for many threads; it holds nothing of a record.</remarks>
public sealed class FormRenderer
{
    private readonly FontLibrary fonts;
    private readonly RecordReader reader;

    public FormRenderer(FormLibrary forms, FontLibrary fonts)
    {
        Forms = forms;
        this.fonts = fonts;
        reader = new RecordReader(fonts.Has);
    }

    public FormLibrary Forms { get; }

    /// <summary>Reads all definitions and fonts.</summary>
    /// <param name="formTemplates">The folder with one folder for each edition.</param>
    /// <param name="fonts">The folder with families.json.</param>
    /// <exception cref="BrokenDefinitionException">A definition is not as it should be.</exception>
    /// <exception cref="InvalidDataException">A font is missing or broken.</exception>
    /// <exception cref="PlatformNotSupportedException">.NET runs without ICU.</exception>
    public static FormRenderer Load(string formTemplates, string fonts)
    {
        Unicode.RequireIcu();
        var library = FontLibrary.Load(fonts);
        var forms = FormLibrary.Load(formTemplates);
        foreach (var edition in forms.Editions)
        {
            if (!library.Families.Contains(edition.TheThuc.FontFamily))
                throw new InvalidDataException($"{fonts}: there is no font family '{edition.TheThuc.FontFamily}'.");
        }

        return new FormRenderer(forms, library);
    }

    /// <summary>Checks a record.</summary>
    /// <param name="json">UTF-8, at most <see cref="Limits.RecordBytes"/>; the caller sees to that.</param>
    /// <param name="form">Which form; null where the record says it under "form".</param>
    /// <param name="edition">Which edition; null for the one in force at the record's own date.</param>
    /// <returns>The typed record, or every problem at once.</returns>
    /// <exception cref="MalformedJsonException">The bytes are not JSON.</exception>
    public CheckedRecord Check(ReadOnlyMemory<byte> json, string? form = null, string? edition = null)
    {
        using var document = RecordReader.Parse(json);
        var record = document.RootElement;
        var definition = EditionChoice.Choose(Forms, record, form, edition);
        if (definition.Value is null)
            return new CheckedRecord(null, null, definition.Problems, []);
        var read = reader.Read(record, definition.Value);
        return new CheckedRecord(definition.Value, read.Value, read.Problems, read.Warnings);
    }

    /// <summary>A Word file.</summary>
    public byte[] RenderDocx(FormRecord record) => DocxWriter.Write(FormComposer.Compose(record, fonts));

    /// <summary>A PDF file: PDF/A-3a, PDF/UA-1, with the record inside.</summary>
    public byte[] RenderPdf(FormRecord record) => PdfWriter.Write(LayOut(record), [RecordAttachment.Of(record)]);

    /// <summary>A picture of one page.</summary>
    /// <param name="record">The record.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dotsPerInch">At most <see cref="Limits.MaxDotsPerInch"/>.</param>
    /// <returns>A PNG file; null where the document has no such page.</returns>
    public byte[]? RenderPng(FormRecord record, int page, int dotsPerInch = 96)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dotsPerInch, Limits.MaxDotsPerInch);
        var laidOut = LayOut(record);
        return page >= 1 && page <= laidOut.Pages.Count ? PngPainter.Paint(laidOut, page, dotsPerInch) : null;
    }

    /// <summary>The document as pages, for whoever wants to look at it before it is written.</summary>
    public LaidOutDocument LayOut(FormRecord record) => LayoutEngine.LayOut(FormComposer.Compose(record, fonts), fonts);
}
