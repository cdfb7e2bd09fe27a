using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using static KiemDiem.Docs.Tests.Support.AsciiPage;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf;

/// <summary>ISO 19005-3, 6.3 and 6.4 and ISO 14289-1, 7.18: the places where documents are signed.</summary>
public static class SignatureFieldTests
{
    [Fact]
    public static void Every_signature_of_a_form_has_an_empty_named_field() => PdfCases.EachForm(pdf =>
    {
        var fields = Fields(pdf);
        Assert.NotEmpty(fields);
        Assert.Equal(fields.Count, fields.Select(field => pdf.Get<PdfString>(field, "T").Text).Distinct().Count());
        Assert.All(fields, field =>
        {
            Assert.Matches("^chuKy-[a-zA-Z]+$", pdf.Get<PdfString>(field, "T").Text);
            Assert.Equal("Sig", pdf.Get<PdfName>(field, "FT").Value);
            Assert.IsType<PdfNull>(field["V"]);
            Assert.StartsWith("Chỗ ký: ", pdf.Get<PdfString>(field, "TU").Text, StringComparison.Ordinal);
        });
    });

    [Fact]
    public static void The_form_says_that_it_has_signatures_and_nothing_else() => PdfCases.EachForm(pdf =>
    {
        var form = pdf.Get<PdfDictionary>(pdf.Catalog, "AcroForm");
        Assert.Equal(["Fields", "SigFlags"], form.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, pdf.Get<PdfNumber>(form, "SigFlags").Whole);
    });

    [Fact]
    public static void A_field_is_printed_and_has_an_appearance_that_draws_nothing() => PdfCases.EachForm(pdf =>
        Assert.All(Fields(pdf), field =>
        {
            Assert.Equal("Widget", pdf.Get<PdfName>(field, "Subtype").Value);
            Assert.Equal(4, pdf.Get<PdfNumber>(field, "F").Whole);
            var appearance = pdf.Get<PdfDictionary>(field, "AP");
            Assert.Equal(["N"], appearance.Entries.Keys);
            var stream = pdf.Get<PdfStream>(appearance, "N");
            Assert.Equal("Form", pdf.Get<PdfName>(stream.Dictionary, "Subtype").Value);
            Assert.Equal(0, stream.Raw.Length);
        }));

    [Fact]
    public static void The_only_annotations_are_the_fields_each_on_the_page_that_it_names() => PdfCases.EachForm(pdf =>
    {
        var annotations = pdf.Pages
            .SelectMany(page => pdf.Items(page, "Annots").Select(annotation => (page, annotation)))
            .ToList();
        Assert.Equal(Fields(pdf), annotations.Select(pair => pair.annotation));
        Assert.All(annotations, pair =>
            Assert.Same(pair.page, pdf.Get<PdfDictionary>((PdfDictionary)pair.annotation, "P")));
    });

    [Fact]
    public static void A_field_is_alone_in_its_element_and_both_lead_to_each_other() => PdfCases.EachForm(pdf =>
    {
        var parents = StructureTests.ParentTree(pdf);
        var signed = pdf.ElementsOf("Form").Where(form => form.Dictionary["A"] is PdfNull).ToList();
        Assert.Equal(Fields(pdf).Count, signed.Count);
        Assert.All(signed.Zip(Fields(pdf)), pair =>
        {
            var reference = Assert.IsType<PdfDictionary>(Assert.Single(pair.First.Contents));
            Assert.Empty(pair.First.Children);
            Assert.Equal("OBJR", pdf.Get<PdfName>(reference, "Type").Value);
            Assert.Same(pair.Second, pdf.Resolve(reference["Obj"]));
            Assert.Same(pdf.Resolve(pair.First.Dictionary["Pg"]), pdf.Resolve(pair.Second["P"]));
            var key = pdf.Get<PdfNumber>(pair.Second, "StructParent").Whole!.Value;
            Assert.Equal(pair.First.Number, ((PdfIndirect)parents[key]).Number);
        });
    });

    /// <summary>
    /// The image of a signature goes in the middle between title and name, and a seal over a third of it.
    /// Source: 05-HD/VPTW, 7.2.2 and 8.2.3.
    /// </summary>
    [Fact]
    public static void A_field_lies_in_the_free_room_between_the_note_and_the_name() => PdfCases.EachForm(pdf =>
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf.Bytes);
        foreach (var field in Fields(pdf))
        {
            var (left, bottom, right, top) = Rectangle(pdf, field);
            Assert.Equal(54 / 25.4 * 72, right - left, 0.1);
            Assert.InRange(top - bottom, 20 / 25.4 * 72, 80 / 25.4 * 72);
            var page = pdf.Pages.ToList().IndexOf(pdf.Get<PdfDictionary>(field, "P")) + 1;
            Assert.DoesNotContain(
                document.GetPage(page).Letters.Where(letter => letter.Value != " "),
                letter => letter.StartBaseLine.X < right && letter.EndBaseLine.X > left
                    && letter.StartBaseLine.Y > bottom && letter.StartBaseLine.Y < top);
        }
    });

    [Fact]
    public static void A_field_is_in_the_middle_of_the_signatorys_column_and_keeps_to_the_page()
    {
        var place = new SignaturePlace("a", "A", Column * 20, Column * 60);
        var format = new ParagraphFormat { SpaceAfter = Pitch * 5 };
        var note = new Paragraph(Style(format), [new TextRun("(ký)", Plain)]) { SignaturePlace = place };
        var laidOut = LayOut(100, 10, note, Paragraph("Tên"), note);
        var pdf = ParsedPdf.Of("test", PdfWriter.Write(laidOut));
        var setup = laidOut.Document.Page;
        var (left, bottom, right, top) = Rectangle(pdf, Fields(pdf)[0]);

        Assert.Equal((setup.Left + (Column * 50)).Points, (left + right) / 2, 0.01);
        Assert.Equal((setup.Height - setup.Top - Pitch - (Pitch * 2.5)).Points, (bottom + top) / 2, 0.01);
        Assert.Equal(["a", "a-2"], Fields(pdf).Select(field => pdf.Get<PdfString>(field, "T").Text));
        Assert.True(Rectangle(pdf, Fields(pdf)[1]).Bottom >= 0);
    }

    [Fact]
    public static void A_document_that_nobody_signs_has_no_form()
    {
        var pdf = ParsedPdf.Of("test", PdfWriter.Write(LayOut(20, 5, Paragraph("a"))));

        Assert.IsType<PdfNull>(pdf.Catalog["AcroForm"]);
    }

    private static List<PdfDictionary> Fields(ParsedPdf pdf) =>
        [.. pdf.Items(pdf.Get<PdfDictionary>(pdf.Catalog, "AcroForm"), "Fields").Cast<PdfDictionary>()];

    private static (double Left, double Bottom, double Right, double Top) Rectangle(ParsedPdf pdf, PdfDictionary field)
    {
        var edges = pdf.Items(field, "Rect").Cast<PdfNumber>().Select(edge => edge.Value).ToList();
        return (edges[0], edges[1], edges[2], edges[3]);
    }
}
