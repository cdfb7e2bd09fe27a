using System.Globalization;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>Files inside the file, associated with the document.</summary>
/// <remarks>
/// Source: ISO 32000-1, 7.11.3 and 7.11.4 (file specifications, embedded files); ISO 19005-3, 6.8 and Annex E.
/// </remarks>
internal static class EmbeddedFiles
{
    /// <returns>The file specifications, in the order of their names.</returns>
    public static List<(Attachment Attachment, PdfReference Reference)> Write(
        PdfFile file, IReadOnlyList<Attachment> attachments, DateOnly date)
    {
        var written = new List<(Attachment, PdfReference)>();
        foreach (var attachment in attachments.OrderBy(attachment => attachment.Name, StringComparer.Ordinal))
        {
            var (specification, content) = (file.Reserve(), file.Reserve());
            var modified = XmpMetadata.PdfDate(date);
            var entries = string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/EmbeddedFile/Subtype/{NameOf(attachment.MediaType)}/Params<</Size {attachment.Content.Length}"
                + $"/CreationDate({modified})/ModDate({modified})>>");
            file.WriteStream(content, attachment.Content.Span, entries);
            file.Begin(specification)
                .Add("<</Type/Filespec/F"u8).AddAscii(attachment.Name).Add("/UF"u8).AddText(attachment.Name)
                .Add("/Desc"u8).AddText(attachment.Description)
                .Add("/AFRelationship/"u8).Add(attachment.Relation.ToString())
                .Add("/EF<</F "u8).Add(content).Add("/UF "u8).Add(content).Add(">>>>"u8);
            file.End();
            written.Add((attachment, specification));
        }

        return written;
    }

    /// <summary>The entries of the catalog.</summary>
    public static void AddEntries(PdfBuffer buffer, List<(Attachment Attachment, PdfReference Reference)> files)
    {
        if (files.Count == 0)
            return;
        buffer.Add("/AF["u8);
        foreach (var (_, reference) in files)
            buffer.Add(reference);
        buffer.Add("]/Names<</EmbeddedFiles<</Names["u8);
        foreach (var (attachment, reference) in files)
            buffer.AddAscii(attachment.Name).Add(reference);
        buffer.Add("]>>>>"u8);
    }

    /// <summary>A media type as a name; the slash would end it.</summary>
    private static string NameOf(string mediaType) => mediaType.Replace("/", "#2F", StringComparison.Ordinal);
}
