using System.Globalization;
using System.Xml.Linq;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Title, subject, language and date of the file (ECMA-376, part 2, 11).</summary>
internal static class CoreProperties
{
    public const string MediaType = "application/vnd.openxmlformats-package.core-properties+xml";

    public const string RelationshipType =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static readonly XNamespace Cp =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(Stream target, DocumentInfo info)
    {
        var created = info.Created.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        var root = new XElement(
            Cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Cp),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XElement(Dc + "title", info.Title),
            new XElement(Dc + "subject", info.Subject),
            new XElement(Dc + "language", info.Language),
            new XElement(Terms + "created", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), created),
            new XElement(Terms + "modified", new XAttribute(Xsi + "type", "dcterms:W3CDTF"), created));
        root.Save(target, SaveOptions.DisableFormatting);
    }
}
