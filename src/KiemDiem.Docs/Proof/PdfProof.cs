using System.Xml;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Proof;

/// <summary>Checks of a PDF, read back by our own reader.</summary>
/// <remarks>
/// Sources: ISO 32000-1, 7.5 (file structure); ISO 19005-3 (PDF/A-3), 6.1.3, 6.2.3, 6.6.4, 6.7 and 6.8; ISO 14289-1
/// (PDF/UA-1), 5 and 7. It is what a file must have to be taken for one of them at all, not all that they ask.
/// </remarks>
internal sealed class PdfProof
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly PdfReader reader;
    private readonly Lazy<ShownText> shown;

    public PdfProof(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        reader = PdfReader.Open(file);
        shown = new Lazy<ShownText>(() => ShownText.Of(reader));
    }

    /// <summary>What its pages show.</summary>
    public ShownText Shown => shown.Value;

    public bool HoldsTogether(int pages) =>
        file.Span.StartsWith("%PDF-1.7\n"u8)
        && file.Span.EndsWith("%%EOF\n"u8)
        && reader.StandsWhereItSays()
        && Shown.Pages == pages;

    public bool MeetsTheLeast() =>
        HasIdentifier() && IsTagged() && SaysWhatItIs() && SaysWhatBlackIs() && EmbedsItsFonts() && NamesItsFiles();

    /// <summary>ISO 19005-3, 6.1.3.</summary>
    private bool HasIdentifier() => reader.Items(reader.Trailer, "ID").ToList() is
        [PdfString { Bytes.Length: > 0 }, PdfString { Bytes.Length: > 0 }];

    /// <summary>ISO 19005-3, 6.7; ISO 14289-1, 7.1, 7.2 and 7.18.3 (order of the fields).</summary>
    private bool IsTagged()
    {
        var catalog = reader.Catalog;
        return reader.Get<PdfDictionary>(catalog, "MarkInfo")?["Marked"] is PdfBoolean { Value: true }
            && reader.Get<PdfString>(catalog, "Lang") is { Bytes.Length: > 0 }
            && reader.Get<PdfDictionary>(catalog, "ViewerPreferences")?["DisplayDocTitle"] is PdfBoolean { Value: true }
            && reader.Get<PdfDictionary>(catalog, "StructTreeRoot") is { } root
            && root["K"] is not PdfNull && root["ParentTree"] is not PdfNull
            && Pages().All(page => page["StructParents"] is PdfNumber && page["Tabs"] is PdfName { Value: "S" });
    }

    /// <summary>ISO 19005-3, 6.6.4; ISO 14289-1, 5 and 7.1 (title).</summary>
    private bool SaysWhatItIs()
    {
        if (reader.Get<PdfStream>(reader.Catalog, "Metadata") is not { } metadata
            || metadata.Dictionary["Filter"] is not PdfNull)
        {
            return false;
        }

        ReadThrough(metadata.Raw);
        var xmp = metadata.Raw.Span;
        return xmp.IndexOf("<pdfaid:part>3</pdfaid:part>"u8) >= 0
            && xmp.IndexOf("<pdfaid:conformance>A</pdfaid:conformance>"u8) >= 0
            && xmp.IndexOf("<pdfuaid:part>1</pdfuaid:part>"u8) >= 0
            && xmp.IndexOf("<dc:title>"u8) >= 0;
    }

    /// <exception cref="XmlException">It is no XML.</exception>
    private static void ReadThrough(ReadOnlyMemory<byte> xml)
    {
        using var text = XmlReader.Create(new MemoryStream(xml.ToArray()));
        while (text.Read())
        {
        }
    }

    /// <summary>ISO 19005-3, 6.2.3.</summary>
    private bool SaysWhatBlackIs() => reader.Items(reader.Catalog, "OutputIntents").Any(
        item => reader.Resolve(item) is PdfDictionary intent
            && intent["S"] is PdfName { Value: "GTS_PDFA1" }
            && reader.Get<PdfStream>(intent, "DestOutputProfile") is not null);

    /// <summary>ISO 19005-3, 6.2.11.4.1; ISO 14289-1, 7.21.4.1.</summary>
    private bool EmbedsItsFonts() => Pages().All(page =>
        reader.Get<PdfDictionary>(page, "Resources") is { } resources
        && (reader.Get<PdfDictionary>(resources, "Font")?.Entries.Values.All(IsEmbedded) ?? true));

    private bool IsEmbedded(PdfValue font) => reader.Resolve(font) is PdfDictionary composite
        && composite["ToUnicode"] is not PdfNull
        && reader.Items(composite, "DescendantFonts").FirstOrDefault() is { } first
        && reader.Resolve(first) is PdfDictionary descendant
        && reader.Get<PdfDictionary>(descendant, "FontDescriptor") is { } descriptor
        && reader.Get<PdfStream>(descriptor, "FontFile2") is not null;

    /// <summary>ISO 19005-3, 6.8: a file inside says what it is to the document.</summary>
    private bool NamesItsFiles() => reader.Items(reader.Catalog, "AF").All(
        item => reader.Resolve(item) is PdfDictionary specification
            && specification["AFRelationship"] is PdfName
            && specification["UF"] is PdfString
            && reader.Get<PdfDictionary>(specification, "EF") is { } streams
            && reader.Get<PdfStream>(streams, "F") is not null);

    private IEnumerable<PdfDictionary> Pages() => reader.Get<PdfDictionary>(reader.Catalog, "Pages") is { } tree
        ? reader.Items(tree, "Kids").Select(reader.Resolve).OfType<PdfDictionary>()
        : [];
}
