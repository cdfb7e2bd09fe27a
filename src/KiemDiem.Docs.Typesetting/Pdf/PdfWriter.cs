using System.Globalization;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// The upper floor: pages, fonts, structure, outline, fields, attachments and metadata of a file that is PDF/A-3a and
/// PDF/UA-1 at once.
/// </summary>
public sealed class PdfWriter
{
    private readonly PdfFile file;
    private readonly LaidOutDocument laidOut;
    private readonly StructureTree structure;
    private readonly SignatureFields signatures;
    private readonly Dictionary<FontFace, (PdfFont Font, PdfReference Reference)> fonts = [];

    private PdfWriter(PdfFile file, LaidOutDocument laidOut)
    {
        this.file = file;
        this.laidOut = laidOut;
        structure = new StructureTree(laidOut.Document);
        signatures = new SignatureFields(structure);
    }

    /// <summary>Writes the file; the same pages give the same bytes.</summary>
    public static byte[] Write(LaidOutDocument laidOut, IReadOnlyList<Attachment>? attachments = null)
    {
        using var file = new PdfFile();
        return new PdfWriter(file, laidOut).Write(attachments ?? []);
    }

    private byte[] Write(IReadOnlyList<Attachment> attachments)
    {
        var document = laidOut.Document;
        var (catalog, info, metadata) = (file.Reserve(), file.Reserve(), file.Reserve());
        var pages = WritePages();
        var parts = new CatalogParts(
            pages.Tree,
            structure.Write(file, pages.Pages),
            metadata,
            WriteColours(),
            PdfOutline.Write(file, laidOut, pages.Pages, structure),
            signatures.Write(file, document.Page, pages.Pages),
            EmbeddedFiles.Write(file, attachments, document.Info.Created));
        WriteCatalog(catalog, parts);
        XmpMetadata.Write(file, metadata, document.Info);
        XmpMetadata.WriteInfo(file, info, document.Info);
        return file.Finish(catalog, info);
    }

    private (PdfReference Tree, List<PdfReference> Pages) WritePages()
    {
        var (tree, resources) = (file.Reserve(), file.Reserve());
        var contents = WriteContents();
        var pages = laidOut.Pages.Select(_ => file.Reserve()).ToList();
        var annotations = signatures.Reserve(file, pages.Count);
        var setup = laidOut.Document.Page;
        for (var i = 0; i < pages.Count; i++)
        {
            var buffer = file.Begin(pages[i])
                .Add("<</Type/Page/Parent "u8).Add(tree)
                .Add("/MediaBox[0 0 "u8).Add(setup.Width).Add(setup.Height)
                .Add("]/Resources "u8).Add(resources)
                .Add("/Contents "u8).Add(contents[i])
                .Add("/StructParents "u8).Add(i).Add("/Tabs/S"u8);
            AddArray(buffer, "/Annots"u8, [.. annotations[i]]).Add(">>"u8);
            file.End();
        }

        WriteFonts(resources);
        AddArray(file.Begin(tree).Add("<</Type/Pages/Count "u8).Add(pages.Count), "/Kids"u8, pages).Add(">>"u8);
        file.End();
        return (tree, pages);
    }

    private List<PdfReference> WriteContents()
    {
        using var buffer = new PdfBuffer();
        var content = new PageContent(buffer, laidOut.Document.Page.Height, FontOf, structure);
        var references = new List<PdfReference>(laidOut.Pages.Count);
        foreach (var page in laidOut.Pages)
        {
            buffer.Clear();
            structure.BeginPage();
            foreach (var line in page.Lines)
            {
                var leaf = line.IsRepeated ? null : structure.LeafOf(line.Line);
                content.Write(line, leaf);
                signatures.Pass(line, leaf, references.Count);
            }

            content.Close();
            var reference = file.Reserve();
            file.WriteStream(reference, buffer.Span);
            references.Add(reference);
        }

        return references;
    }

    private PdfFont FontOf(FontFace face)
    {
        if (!fonts.TryGetValue(face, out var entry))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"F{fonts.Count + 1}");
            entry = (new PdfFont(face, name), file.Reserve());
            fonts.Add(face, entry);
        }

        return entry.Font;
    }

    private void WriteFonts(PdfReference resources)
    {
        foreach (var (font, reference) in fonts.Values)
            font.Write(file, reference);
        var buffer = file.Begin(resources).Add("<</Font<<"u8);
        foreach (var (font, reference) in fonts.Values)
            buffer.Add((byte)'/').Add(font.ResourceName).Add((byte)' ').Add(reference);
        buffer.Add(">>>>"u8);
        file.End();
    }

    /// <summary>What black is, for all time (ISO 19005-3, 6.2.3).</summary>
    private PdfReference WriteColours()
    {
        var (intent, profile) = (file.Reserve(), file.Reserve());
        file.WriteStream(profile, IccProfile.Srgb.Span, "/N 3");
        file.Begin(intent)
            .Add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"u8)
            .Add("/DestOutputProfile "u8).Add(profile).Add(">>"u8);
        file.End();
        return intent;
    }

    private void WriteCatalog(PdfReference reference, CatalogParts parts)
    {
        var buffer = file.Begin(reference)
            .Add("<</Type/Catalog/Pages "u8).Add(parts.Pages)
            .Add("/Lang"u8).AddAscii(laidOut.Document.Info.Language)
            .Add("/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot "u8)
            .Add(parts.Structure)
            .Add("/Metadata "u8).Add(parts.Metadata)
            .Add("/OutputIntents["u8).Add(parts.Colours).Add((byte)']');
        if (parts.Outline is { } outline)
            buffer.Add("/Outlines "u8).Add(outline);
        if (parts.Form is { } form)
            buffer.Add("/AcroForm "u8).Add(form);
        EmbeddedFiles.AddEntries(buffer, parts.Files);
        buffer.Add(">>"u8);
        file.End();
    }

    private static PdfBuffer AddArray(PdfBuffer buffer, ReadOnlySpan<byte> key, List<PdfReference> references)
    {
        if (references.Count == 0)
            return buffer;
        buffer.Add(key).Add((byte)'[');
        foreach (var reference in references)
            buffer.Add(reference);
        return buffer.Add((byte)']');
    }

    /// <summary>What the catalog leads to.</summary>
    private sealed record CatalogParts(
        PdfReference Pages,
        PdfReference Structure,
        PdfReference Metadata,
        PdfReference Colours,
        PdfReference? Outline,
        PdfReference? Form,
        List<(Attachment Attachment, PdfReference Reference)> Files);
}
