using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>What the file says of itself, as XMP and as the older information dictionary; both say the same.</summary>
/// <remarks>
/// Source: ISO 16684-1 (XMP); ISO 19005-3, 6.6 (identification, extension schemas); ISO 14289-1, 5 (pdfuaid).
/// ISO 32000-1, 14.3.3 (information dictionary).
/// </remarks>
internal static class XmpMetadata
{
    public const string Producer = "KiemDiem.Docs";

    /// <summary>The metadata stream; it is not deflated, so that tools that know no PDF find it.</summary>
    public static void Write(PdfFile file, PdfReference reference, DocumentInfo info) => file.WriteRaw(
        reference, Encoding.UTF8.GetBytes(Packet(info)), "/Type/Metadata/Subtype/XML");

    public static void WriteInfo(PdfFile file, PdfReference reference, DocumentInfo info)
    {
        var date = PdfDate(info.Created);
        file.Begin(reference)
            .Add("<</Title"u8).AddText(Normal(info.Title))
            .Add("/Author"u8).AddText(Author(info))
            .Add("/Subject"u8).AddText(Normal(info.Subject))
            .Add("/Creator("u8).Add(Producer).Add(")/Producer("u8).Add(Producer)
            .Add(")/CreationDate("u8).Add(date).Add(")/ModDate("u8).Add(date).Add(")>>"u8);
        file.End();
    }

    public static string PdfDate(DateOnly date) =>
        date.ToString("'D:'yyyyMMdd'000000Z'", CultureInfo.InvariantCulture);

    private static string Packet(DocumentInfo info)
    {
        var date = info.Created.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Xml(Author(info))}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt>
            <rdf:li xml:lang="x-default">{Xml(info.Subject)}</rdf:li>
            </rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>{Xml(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <dc:date><rdf:Seq><rdf:li>{date}</rdf:li></rdf:Seq></dc:date>
            <pdf:Producer>{Producer}</pdf:Producer>
            <xmp:CreatorTool>{Producer}</xmp:CreatorTool>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            <xmp:MetadataDate>{date}</xmp:MetadataDate>
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {UniversalAccessSchema}
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    /// <summary>PDF/A knows no pdfuaid: the file must describe it (ISO 19005-3, 6.6.2.3).</summary>
    private const string UniversalAccessSchema =
        """
        <rdf:Description rdf:about=""
         xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
         xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
         xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    /// <summary>Where nobody is known to speak, the program does.</summary>
    private static string Author(DocumentInfo info) => Normal(info.Author ?? Producer);

    private static string Normal(string text) => text.Normalize(NormalizationForm.FormC);

    private static string Xml(string text) =>
        SecurityElement.Escape(string.Concat(Normal(text).Where(IsXml)));

    private static bool IsXml(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
