using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Paint;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs;

/// <summary>
/// The rooms that set and write files, as the hall calls them; who wants to see what becomes of a bad file puts a bad
/// writer in.
/// </summary>
internal sealed record Writers
{
    public Func<Document, FontLibrary, LaidOutDocument> LayOut { get; init; } = LayoutEngine.LayOut;

    public Func<Document, Attachment?, byte[]> Docx { get; init; } = DocxWriter.Write;

    public Func<LaidOutDocument, IReadOnlyList<Attachment>, byte[]> Pdf { get; init; } = PdfWriter.Write;

    public Func<LaidOutDocument, int, int, byte[]> Png { get; init; } = PngPainter.Paint;
}
