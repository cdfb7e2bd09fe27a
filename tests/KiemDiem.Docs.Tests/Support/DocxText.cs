using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>What the Open XML SDK finds in a Word file.</summary>
internal static class DocxText
{
    public static List<string> Words(byte[] docx) =>
    [
        .. Paragraphs(docx)
            .SelectMany(text => text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>
    /// The text of each paragraph as a reader sees it: no-break hyphens are hyphens, joiners are nothing.
    /// </summary>
    public static List<string> Paragraphs(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<W.Paragraph>().Select(Text)];
    }

    /// <summary>The faults that the validator finds, in words.</summary>
    public static List<string> Faults(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    public static string Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The same file with one part changed, or without it where the change gives null.</summary>
    public static byte[] WithPart(byte[] docx, string name, Func<string, string?> change)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = Part(docx, name);
            var changed = change(old);
            Assert.NotEqual(old, changed);
            zip.GetEntry(name)!.Delete();
            if (changed is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(changed);
            }
        }

        return stream.ToArray();
    }

    private static string Text(W.Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(element => element switch
        {
            W.Text text => text.Text.Replace("\u2060", string.Empty, StringComparison.Ordinal).Replace('\u00A0', ' '),
            W.NoBreakHyphen => "-",
            W.TabChar => "\t",
            _ => string.Empty,
        }));
}
