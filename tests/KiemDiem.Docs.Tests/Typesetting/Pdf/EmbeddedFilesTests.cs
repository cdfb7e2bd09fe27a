using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using UglyToad.PdfPig;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.8 and ISO 14289-1, 7.11: files inside the file.</summary>
public static class EmbeddedFilesTests
{
    [Fact]
    public static void A_file_inside_has_its_names_its_relation_and_its_description() => PdfCases.EachForm(pdf =>
    {
        var file = Assert.IsType<PdfDictionary>(Assert.Single(pdf.Items(pdf.Catalog, "AF")));
        Assert.Equal("Filespec", pdf.Get<PdfName>(file, "Type").Value);
        Assert.Equal("record.json", pdf.Get<PdfString>(file, "F").Text);
        Assert.Equal("record.json", pdf.Get<PdfString>(file, "UF").Text);
        Assert.Equal("Source", pdf.Get<PdfName>(file, "AFRelationship").Value);
        Assert.NotEmpty(pdf.Get<PdfString>(file, "Desc").Text);
    });

    [Fact]
    public static void Its_stream_has_a_media_type_a_size_and_dates() => PdfCases.EachForm(pdf =>
    {
        var file = Assert.IsType<PdfDictionary>(Assert.Single(pdf.Items(pdf.Catalog, "AF")));
        var content = pdf.Get<PdfStream>(pdf.Get<PdfDictionary>(file, "EF"), "F");
        Assert.Equal("application/json", pdf.Get<PdfName>(content.Dictionary, "Subtype").Value);
        var parameters = pdf.Get<PdfDictionary>(content.Dictionary, "Params");
        var info = Assert.IsType<PdfDictionary>(pdf.Resolve(pdf.Reader.Trailer["Info"]));
        Assert.Equal(pdf.Decode(content).Length, pdf.Get<PdfNumber>(parameters, "Size").Whole);
        foreach (var key in (string[])["CreationDate", "ModDate"])
            Assert.Equal(pdf.Get<PdfString>(info, key).Text, pdf.Get<PdfString>(parameters, key).Text);
    });

    [Fact]
    public static void It_is_listed_among_the_names_of_the_document() => PdfCases.EachForm(pdf =>
    {
        var names = pdf.Get<PdfDictionary>(pdf.Get<PdfDictionary>(pdf.Catalog, "Names"), "EmbeddedFiles");
        var listed = pdf.Get<PdfArray>(names, "Names").Items;
        Assert.Equal("record.json", Assert.IsType<PdfString>(listed[0]).Text);
        Assert.Equal(pdf.Get<PdfArray>(pdf.Catalog, "AF").Items, [listed[1]]);
        Assert.Equal(["EmbeddedFiles"], pdf.Get<PdfDictionary>(pdf.Catalog, "Names").Entries.Keys);
    });

    [Fact]
    public static void Two_files_stand_in_the_order_of_their_names_and_another_reader_finds_them()
    {
        var pdf = PdfWriter.Write(LayOut(20, 5, Paragraph("a")), [
            new Attachment("b.txt", "text/plain", "hai", AttachmentRelation.Alternative, "BB"u8.ToArray()),
            new Attachment("a (1).txt", "text/plain", "một", AttachmentRelation.Source, "A"u8.ToArray()),
        ]);
        using var document = PdfDocument.Open(pdf);

        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal(["a (1).txt", "b.txt"], files.Select(file => file.Name));
        Assert.Equal("A"u8.ToArray(), files[0].Bytes.ToArray());
        Assert.Equal("BB"u8.ToArray(), PdfReader.Open(pdf).Attachment("b.txt")!.Value.ToArray());
        Assert.Null(PdfReader.Open(pdf).Attachment("c.txt"));
    }

    [Fact]
    public static void A_document_without_files_says_nothing_of_them()
    {
        var pdf = ParsedPdf.Of("test", PdfWriter.Write(LayOut(20, 5, Paragraph("a"))));

        Assert.Empty(pdf.Catalog.Entries.Keys.Intersect(["AF", "Names"]));
    }
}
