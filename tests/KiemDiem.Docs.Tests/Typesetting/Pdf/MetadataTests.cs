using System.Globalization;
using System.Text;
using System.Xml.Linq;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.6 and ISO 14289-1, 5: what the file says of itself.</summary>
public static class MetadataTests
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";

    private static readonly XNamespace[] Predefined = [Dc, Xmp, Pdf, PdfA, Extension];

    [Fact]
    public static void The_metadata_stream_is_plain_XMP() => PdfCases.Each(pdf =>
    {
        var stream = pdf.Get<PdfStream>(pdf.Catalog, "Metadata");
        Assert.Equal("Metadata", pdf.Get<PdfName>(stream.Dictionary, "Type").Value);
        Assert.Equal("XML", pdf.Get<PdfName>(stream.Dictionary, "Subtype").Value);
        Assert.IsType<PdfNull>(stream.Dictionary["Filter"]);
        Assert.Single(pdf.Dictionaries, dictionary => dictionary["Type"] is PdfName { Value: "Metadata" });
    });

    [Fact]
    public static void The_packet_header_has_neither_bytes_nor_encoding_and_the_text_is_UTF8() => PdfCases.Each(pdf =>
    {
        var bytes = pdf.Get<PdfStream>(pdf.Catalog, "Metadata").Raw.Span;
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n", text, StringComparison.Ordinal);
        Assert.EndsWith("<?xpacket end=\"w\"?>", text, StringComparison.Ordinal);
    });

    [Fact]
    public static void It_claims_PDF_A_3a_and_PDF_UA_1() => PdfCases.Each(pdf =>
    {
        Assert.Equal("3", Value(pdf, PdfA + "part"));
        Assert.Equal("A", Value(pdf, PdfA + "conformance"));
        Assert.Equal("1", Value(pdf, PdfUa + "part"));
        Assert.Equal("pdfaid", Only(pdf, PdfA + "part").GetPrefixOfNamespace(PdfA));
        Assert.Equal("pdfuaid", Only(pdf, PdfUa + "part").GetPrefixOfNamespace(PdfUa));
    });

    [Fact]
    public static void Every_property_is_predefined_or_described_by_an_extension_schema() => PdfCases.Each(pdf =>
    {
        var described = Only(pdf, Extension + "schemas").Descendants(Schema + "namespaceURI").Select(uri => uri.Value);
        var used = pdf.Xmp.Descendants(Rdf + "Description").Elements().Select(property => property.Name.Namespace);
        Assert.Empty(used.Except(Predefined).Select(space => space.NamespaceName).Except(described));
    });

    [Fact]
    public static void The_extension_schema_has_all_its_fields_and_no_other() => PdfCases.Each(pdf =>
    {
        var schema = Assert.Single(Only(pdf, Extension + "schemas").Element(Rdf + "Bag")!.Elements(Rdf + "li"));
        Assert.Equal(
            [Schema + "schema", Schema + "namespaceURI", Schema + "prefix", Schema + "property"],
            schema.Elements().Select(field => field.Name));
        Assert.Equal(PdfUa.NamespaceName, schema.Element(Schema + "namespaceURI")!.Value);
        Assert.Equal("pdfuaid", schema.Element(Schema + "prefix")!.Value);
        var property = Assert.Single(
            schema.Element(Schema + "property")!.Element(Rdf + "Seq")!.Elements(Rdf + "li"));
        Assert.Equal(
            [Property + "name", Property + "valueType", Property + "category", Property + "description"],
            property.Elements().Select(field => field.Name));
        Assert.Equal(
            ["part", "Integer", "internal"], property.Elements().Take(3).Select(field => field.Value));
        Assert.Equal("pdfaExtension", schema.GetPrefixOfNamespace(Extension));
        Assert.Equal("pdfaSchema", schema.GetPrefixOfNamespace(Schema));
        Assert.Equal("pdfaProperty", property.GetPrefixOfNamespace(Property));
    });

    [Fact]
    public static void Title_author_language_and_date_are_there_in_the_shapes_of_XMP() => PdfCases.Each(pdf =>
    {
        Assert.NotEmpty(Items(pdf, Dc + "title", "Alt"));
        Assert.Equal("x-default", (string?)Only(pdf, Dc + "title").Descendants(Rdf + "li").Single()
            .Attribute(XNamespace.Xml + "lang"));
        Assert.Single(Items(pdf, Dc + "creator", "Seq"));
        Assert.Equal(["vi-VN"], Items(pdf, Dc + "language", "Bag"));
        Assert.Single(Items(pdf, Dc + "date", "Seq"));
        Assert.Equal("KiemDiem.Docs", Value(pdf, Pdf + "Producer"));
    });

    [Fact]
    public static void The_information_dictionary_says_the_same() => PdfCases.Each(pdf =>
    {
        var info = Assert.IsType<PdfDictionary>(pdf.Resolve(pdf.Reader.Trailer["Info"]));
        Assert.Equal(Items(pdf, Dc + "title", "Alt").Single(), pdf.Get<PdfString>(info, "Title").Text);
        Assert.Equal(Items(pdf, Dc + "creator", "Seq").Single(), pdf.Get<PdfString>(info, "Author").Text);
        Assert.Equal(Items(pdf, Dc + "description", "Alt").Single(), pdf.Get<PdfString>(info, "Subject").Text);
        Assert.Equal(Value(pdf, Xmp + "CreatorTool"), pdf.Get<PdfString>(info, "Creator").Text);
        Assert.Equal(Value(pdf, Pdf + "Producer"), pdf.Get<PdfString>(info, "Producer").Text);
        Assert.Equal(Moment(Value(pdf, Xmp + "CreateDate")), pdf.Get<PdfString>(info, "CreationDate").Text);
        Assert.Equal(Moment(Value(pdf, Xmp + "ModifyDate")), pdf.Get<PdfString>(info, "ModDate").Text);
    });

    [Fact]
    public static void A_title_with_signs_of_XML_or_of_PDF_comes_through()
    {
        const string Title = "A & B <c> \"d\" (e) \\ \u0001đ";
        var document = Document(20, 5, Paragraph("a")) with
        {
            Info = new DocumentInfo(Title, "s", "vi-VN", new DateOnly(2022, 12, 5)) { Author = "Nguyễn Văn A (B" },
        };
        var pdf = ParsedPdf.Of("test", PdfWriter.Write(
            KiemDiem.Docs.Typesetting.Layout.LayoutEngine.LayOut(document, Engine.Fonts)));
        var info = Assert.IsType<PdfDictionary>(pdf.Resolve(pdf.Reader.Trailer["Info"]));

        Assert.Equal("A & B <c> \"d\" (e) \\ đ", Items(pdf, Dc + "title", "Alt").Single());
        Assert.Equal(Title, pdf.Get<PdfString>(info, "Title").Text);
        Assert.Equal("Nguyễn Văn A (B", pdf.Get<PdfString>(info, "Author").Text);
    }

    private static XElement Only(ParsedPdf pdf, XName name) =>
        Assert.Single(pdf.Xmp.Descendants(Rdf + "Description").Elements(name));

    private static string Value(ParsedPdf pdf, XName name) => Only(pdf, name).Value;

    private static List<string> Items(ParsedPdf pdf, XName name, string container) =>
        [.. Only(pdf, name).Element(Rdf + container)!.Elements(Rdf + "li").Select(item => item.Value)];

    private static string Moment(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture)
        .UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
