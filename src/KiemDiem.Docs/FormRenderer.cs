using System.Text.Json;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Readback;
using KiemDiem.Docs.Text;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Paint;

namespace KiemDiem.Docs;

/// <summary>
/// The one entry: a record in, an official form out. The only file that knows the order of the rooms.
/// </summary>
/// <remarks>Safe for many threads; it holds nothing of a record.</remarks>
public sealed class FormRenderer
{
    /// <summary>As screens show it.</summary>
    public const int DefaultDotsPerInch = 96;

    private readonly FontLibrary fonts;
    private readonly RecordReader reader;
    private readonly Writers writers;

    public FormRenderer(FormLibrary forms, FontLibrary fonts)
        : this(forms, fonts, new Writers())
    {
    }

    internal FormRenderer(FormLibrary forms, FontLibrary fonts, Writers writers)
    {
        Forms = forms;
        this.fonts = fonts;
        this.writers = writers;
        reader = new RecordReader(fonts.Has);
    }

    public FormLibrary Forms { get; }

    /// <summary>For whoever sets a document that is not a form.</summary>
    public FontLibrary Fonts => fonts;

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

    /// <summary>The definition that a record would be checked and printed by, without checking it.</summary>
    /// <param name="record">The record as it came.</param>
    /// <param name="form">As in <see cref="Check"/>.</param>
    /// <param name="edition">As in <see cref="Check"/>.</param>
    /// <returns>Null where the record does not say it.</returns>
    public FormDefinition? FormOf(JsonElement record, string? form = null, string? edition = null) =>
        EditionChoice.Choose(Forms, record, form, edition).Value;

    /// <summary>Reads the record back from a Word or PDF file that this program made, edits included.</summary>
    /// <param name="file">Any bytes; the caller sees to their number.</param>
    /// <exception cref="UnreadableFileException">
    /// The file is not ours, broken or hostile. Nothing of it is in the message.
    /// </exception>
    public ExtractedRecord Extract(ReadOnlyMemory<byte> file) => RecordExtractor.Extract(file, json => Check(json));

    /// <summary>A Word file, with the record inside.</summary>
    /// <exception cref="UnprovenFileException">It failed one of our own checks; no bad file leaves.</exception>
    public ProvenFile MakeDocx(FormRecord record, RenderOptions? options = null) =>
        FileProof.Docx(record, fonts, writers.Docx(Compose(record, options), RecordAttachment.Of(record)));

    /// <summary>A PDF file: PDF/A-3a, PDF/UA-1, with the record inside.</summary>
    /// <exception cref="UnprovenFileException">It failed one of our own checks; no bad file leaves.</exception>
    public ProvenFile MakePdf(FormRecord record, RenderOptions? options = null)
    {
        var laidOut = LayOut(record, options);
        return FileProof.Pdf(record, laidOut, writers.Pdf(laidOut, [RecordAttachment.Of(record)]));
    }

    /// <summary>Pictures of pages, as PNG files.</summary>
    /// <param name="record">The record.</param>
    /// <param name="dotsPerInch">At most <see cref="Limits.MaxDotsPerInch"/>.</param>
    /// <param name="page">Only this one, from 1; null for all.</param>
    /// <returns>Nothing where the document has no such page.</returns>
    /// <exception cref="UnprovenFileException">One failed one of our own checks; no bad file leaves.</exception>
    public IReadOnlyList<ProvenFile> MakePngs(
        FormRecord record, int dotsPerInch = DefaultDotsPerInch, int? page = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dotsPerInch, Limits.MaxDotsPerInch);
        var laidOut = LayOut(record);
        var pixels = PngPainter.SizeOf(laidOut.Document.Page, dotsPerInch);
        var numbers = Enumerable.Range(1, laidOut.Pages.Count).Where(number => page is null || number == page);
        return FileProof.Pages(
            record, laidOut, pixels, numbers.Select(number => writers.Png(laidOut, number, dotsPerInch)));
    }

    /// <summary>The bytes of <see cref="MakeDocx"/>.</summary>
    public byte[] RenderDocx(FormRecord record, RenderOptions? options = null) => MakeDocx(record, options).Bytes;

    /// <summary>The bytes of <see cref="MakePdf"/>.</summary>
    public byte[] RenderPdf(FormRecord record, RenderOptions? options = null) => MakePdf(record, options).Bytes;

    /// <summary>The bytes of one page of <see cref="MakePngs"/>; null where the document has no such page.</summary>
    public byte[]? RenderPng(FormRecord record, int page, int dotsPerInch = DefaultDotsPerInch) =>
        MakePngs(record, dotsPerInch, page) is [var picture] ? picture.Bytes : null;

    /// <summary>The document as pages, for whoever wants to look at it before it is written.</summary>
    public LaidOutDocument LayOut(FormRecord record, RenderOptions? options = null) =>
        writers.LayOut(Compose(record, options), fonts);

    private Document Compose(FormRecord record, RenderOptions? options) =>
        FormComposer.Compose(record, fonts, options?.ThoiDiem);
}
