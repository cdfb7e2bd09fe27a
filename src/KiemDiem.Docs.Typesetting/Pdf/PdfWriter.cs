using System.Globalization;
using System.Text;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>The upper floor: pages, fonts, outline and metadata of a PDF 1.7 file.</summary>
public static class PdfWriter
{
    /// <summary>Writes the file; the same pages give the same bytes.</summary>
    public static byte[] Write(LaidOutDocument laidOut)
    {
        var file = new PdfFile();
        var (catalog, info, pageTree, resources) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var fonts = new Dictionary<FontFace, (PdfFont Font, PdfReference Reference)>();

        PdfFont FontOf(FontFace face)
        {
            if (!fonts.TryGetValue(face, out var entry))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"F{fonts.Count + 1}");
                entry = (new PdfFont(face, name), file.Reserve());
                fonts.Add(face, entry);
            }

            return entry.Font;
        }

        var pages = WritePages(file, laidOut, pageTree, resources, FontOf);
        foreach (var (font, reference) in fonts.Values)
            font.Write(file, reference);
        WriteResources(file, resources, fonts.Values);
        WritePageTree(file, pageTree, pages);
        var outline = PdfOutline.Write(file, laidOut, pages);
        WriteCatalog(file, catalog, pageTree, outline, laidOut.Document.Info);
        WriteInfo(file, info, laidOut.Document.Info);
        return file.Finish(catalog, info);
    }

    private static List<PdfReference> WritePages(
        PdfFile file,
        LaidOutDocument laidOut,
        PdfReference pageTree,
        PdfReference resources,
        Func<FontFace, PdfFont> fontOf)
    {
        var setup = laidOut.Document.Page;
        var buffer = new PdfBuffer();
        var content = new PageContent(buffer, setup.Height, fontOf);
        var references = new List<PdfReference>(laidOut.Pages.Count);
        foreach (var page in laidOut.Pages)
        {
            buffer.Clear();
            foreach (var line in page.Lines)
                content.Write(line);

            var (reference, stream) = (file.Reserve(), file.Reserve());
            file.WriteStream(stream, buffer.Span);
            file.Begin(reference)
                .Add("<</Type/Page/Parent "u8).Add(pageTree.ToString())
                .Add("/MediaBox[0 0 "u8).Add(setup.Width).Add(setup.Height)
                .Add("]/Resources "u8).Add(resources.ToString())
                .Add("/Contents "u8).Add(stream.ToString()).Add(">>"u8);
            file.End();
            references.Add(reference);
        }

        return references;
    }

    private static void WriteResources(
        PdfFile file, PdfReference reference, IEnumerable<(PdfFont Font, PdfReference Reference)> fonts)
    {
        var buffer = file.Begin(reference).Add("<</Font<<"u8);
        foreach (var (font, fontReference) in fonts)
            buffer.Add((byte)'/').Add(font.ResourceName).Add((byte)' ').Add(fontReference.ToString());
        buffer.Add(">>>>"u8);
        file.End();
    }

    private static void WritePageTree(PdfFile file, PdfReference reference, List<PdfReference> pages)
    {
        var buffer = file.Begin(reference).Add("<</Type/Pages/Count "u8).Add(pages.Count).Add("/Kids["u8);
        foreach (var page in pages)
            buffer.Add(page.ToString()).Add((byte)' ');
        buffer.Add("]>>"u8);
        file.End();
    }

    private static void WriteCatalog(
        PdfFile file, PdfReference reference, PdfReference pageTree, PdfReference? outline, DocumentInfo info)
    {
        var buffer = file.Begin(reference)
            .Add("<</Type/Catalog/Pages "u8).Add(pageTree.ToString())
            .Add("/Lang("u8).Add(info.Language).Add(")/ViewerPreferences<</DisplayDocTitle true>>"u8);
        if (outline is { } root)
            buffer.Add("/Outlines "u8).Add(root.ToString());
        buffer.Add(">>"u8);
        file.End();
    }

    private static void WriteInfo(PdfFile file, PdfReference reference, DocumentInfo info)
    {
        var date = info.Created.ToString("'D:'yyyyMMdd'000000Z'", CultureInfo.InvariantCulture);
        file.Begin(reference)
            .Add("<</Title"u8).AddText(info.Title.Normalize(NormalizationForm.FormC))
            .Add("/Subject"u8).AddText(info.Subject.Normalize(NormalizationForm.FormC))
            .Add("/Producer(KiemDiem.Docs)/CreationDate("u8).Add(date)
            .Add(")/ModDate("u8).Add(date).Add(")>>"u8);
        file.End();
    }
}
