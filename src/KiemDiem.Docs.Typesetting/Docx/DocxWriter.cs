using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>Writes a document as a Word file, which Word lays out; what it needs for that is in styles, not in the text.</summary>
public static class DocxWriter
{
    /// <summary>Writes the file; the same document gives the same bytes.</summary>
    public static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.CompressionOption = System.IO.Packaging.CompressionOption.Normal;
            var main = package.AddMainDocumentPart();

            // Every relationship gets its number from us: the SDK makes up random ones.
            package.ChangeIdOfPart(main, "rId1");
            CoreProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rId2"), document.Info);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = StyleWriter.Write(document);
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = SettingsWriter.Write(document);
            main.AddNewPart<HeaderPart>("rId3").Header = PageNumberHeader(document);
            main.AddNewPart<HeaderPart>("rId4").Header = EmptyHeader(document);
            main.Document = new W.Document(new BlockWriter(document.Page.TextWidth).WriteBody(document));
            main.Document.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
            main.Document.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
            main.Document.MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14" };
            main.Document.Body!.AppendChild(Section(document.Page));
        }

        var file = stream.ToArray();
        ZipTimes.Set(file, document.Info.Created);
        return file;
    }

    private static W.SectionProperties Section(PageSetup page) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "rId3" },
        new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = "rId4" },
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
        new W.SimpleField(new W.Run(new W.RunProperties(new W.NoProof()), new W.Text("2"))) { Instruction = " PAGE " }));

    private static W.Header EmptyHeader(Document document) => new(new W.Paragraph(
        new W.ParagraphProperties(new W.ParagraphStyleId { Val = document.PageNumberStyle.Id })));
}
