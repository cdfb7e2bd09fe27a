using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>
/// Writes a document as a Word file, which Word lays out; what it needs for that is in styles, not in the text.
/// </summary>
public static class DocxWriter
{
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string RelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string NumberHeader = "rId3";
    private const string FirstHeader = "rId4";

    /// <summary>Writes the file; the same document and data give the same bytes.</summary>
    /// <param name="document">What is written.</param>
    /// <param name="data">What it was made from: the controls of the document are bound to it.</param>
    public static byte[] Write(Document document, Attachment? data = null)
    {
        var part = data is null ? null : new DataPart(data);
        var main = Main(document, new ControlWriter(part));
        var package = new OpcPackage(document.Info.Created);
        package.AddRoot(new Relationship("rId1", RelationshipTypes + "officeDocument", "word/document.xml"));
        package.AddRoot(new Relationship("rId2", CoreProperties.RelationshipType, "docProps/core.xml"));
        List<Relationship> relationships =
        [
            new("rId1", RelationshipTypes + "styles", "styles.xml"),
            new("rId2", RelationshipTypes + "settings", "settings.xml"),
            new(NumberHeader, RelationshipTypes + "header", "header1.xml"),
            new(FirstHeader, RelationshipTypes + "header", "header2.xml"),
        ];
        if (part is not null)
            relationships.Add(new("rId5", RelationshipTypes + "customXml", "../" + DataPart.Name));
        package.Add("word/document.xml", MediaTypes + "document.main+xml", main.Save, relationships);
        package.Add("word/styles.xml", MediaTypes + "styles+xml", StyleWriter.Write(document).Save);
        package.Add("word/settings.xml", MediaTypes + "settings+xml", SettingsWriter.Write(document).Save);
        package.Add("word/header1.xml", MediaTypes + "header+xml", PageNumberHeader(document).Save);
        package.Add("word/header2.xml", MediaTypes + "header+xml", EmptyHeader(document).Save);
        part?.AddTo(package);
        package.Add(
            "docProps/core.xml", CoreProperties.MediaType, target => CoreProperties.Write(target, document.Info));
        return package.ToBytes();
    }

    private static W.Document Main(Document document, ControlWriter controls)
    {
        var main = new W.Document(new BlockWriter(document.Page.TextWidth, controls).WriteBody(document));
        main.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
        main.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        main.MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14" };
        main.Body!.AppendChild(Section(document.Page));
        return main;
    }

    private static W.SectionProperties Section(PageSetup page) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = NumberHeader },
        new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = FirstHeader },
        new W.PageSize { Width = (uint)page.Width.Twips, Height = (uint)page.Height.Twips },
        new W.PageMargin
        {
            Top = page.Top.Twips,
            Bottom = page.Bottom.Twips,
            Left = (uint)page.Left.Twips,
            Right = (uint)page.Right.Twips,
            Header = (uint)page.PageNumberTop.Twips,
            Footer = (uint)page.PageNumberTop.Twips,
            Gutter = 0,
        },
        new W.TitlePage());

    private static W.Header PageNumberHeader(Document document) => new(new W.Paragraph(
        new W.ParagraphProperties(new W.ParagraphStyleId { Val = document.PageNumberStyle.Id }),
        new W.SimpleField(new W.Run(new W.RunProperties(new W.NoProof()), new W.Text("2")))
        {
            Instruction = " PAGE ",
        }));

    private static W.Header EmptyHeader(Document document) => new(new W.Paragraph(
        new W.ParagraphProperties(new W.ParagraphStyleId { Val = document.PageNumberStyle.Id })));
}
