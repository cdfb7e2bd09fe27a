using System.Text;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Paint;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Tests.Proof;

/// <summary>Engines that go wrong in one place, and what must find it.</summary>
internal static class Broken
{
    /// <summary>A character that no font of ours has.</summary>
    private const string Unknown = "\uE000";

    /// <summary>Faults by a name for people: the check that must find it, and the engine that has it.</summary>
    public static IReadOnlyDictionary<string, (string Check, Writers Writers)> Pdfs { get; } =
        new Dictionary<string, (string, Writers)>
        {
            ["a line is lost in the layout"] = (Checks.Words, Layout(WithoutALine)),
            ["a line is lost in the file"] = (Checks.Words, Pdf(laidOut => PdfWriter.Write(WithoutALine(laidOut)))),
            ["a tick is lost"] = (Checks.Words, Layout(Unticked)),
            ["a glyph is missing"] = (Checks.Glyphs, Layout(WithAnUnknownGlyph)),
            ["the glyphs lead back to nothing"] = (Checks.Glyphs, PdfBytes("/ToUnicode", "/ToUnicodX")),
            ["a line hangs out to the right"] = (Checks.Overflow, Layout(laidOut => Moved(laidOut, 30, 0))),
            ["a line hangs out at the foot"] = (Checks.Overflow, Layout(laidOut => Moved(laidOut, 0, 250))),
            ["the end is cut off"] = (Checks.Structure, PdfFile(file => file[..^30])),
            ["it is of another version"] = (Checks.Structure, PdfBytes("%PDF-1.7", "%PDF-1.4")),
            ["an object has moved"] = (Checks.Structure, PdfBytes("\n9 0 obj", "\n8 0 obj")),
            ["a page is lost"] = (Checks.Structure, Pdf(laidOut => PdfWriter.Write(WithoutAPage(laidOut)))),
            ["it has no identifier"] = (Checks.Conformance, PdfBytes("/ID[<", "/IE[<")),
            ["it is not marked"] = (Checks.Conformance, PdfBytes("/MarkInfo", "/MarkInfX")),
            ["it has no language"] = (Checks.Conformance, PdfBytes("/Lang(", "/Lanx(")),
            ["its title is not shown"] = (Checks.Conformance, PdfBytes("/DisplayDocTitle", "/DisplayDocTitlX")),
            ["it has no structure"] = (Checks.Conformance, PdfBytes("/StructTreeRoot ", "/StructTreeRooX ")),
            ["its fields have no order"] = (Checks.Conformance, PdfBytes("/Tabs/S", "/Tabs/R")),
            ["it claims another part"] = (Checks.Conformance, PdfBytes("<pdfaid:part>3", "<pdfaid:part>2")),
            ["it claims a lower level"] = (Checks.Conformance, PdfBytes("conformance>A<", "conformance>B<")),
            ["it claims no PDF/UA"] = (Checks.Conformance, PdfBytes("<pdfuaid:part>1", "<pdfuaid:part>2")),
            ["its metadata are no XML"] = (Checks.Conformance, PdfBytes("</pdf:Producer>", "</pdf:producer>")),
            ["its black is not said"] = (Checks.Conformance, PdfBytes("GTS_PDFA1", "GTS_PDFX1")),
            ["its fonts are not inside"] = (Checks.Conformance, PdfBytes("/FontFile2", "/FontFileX")),
            ["its attachment is nothing to it"] = (Checks.Conformance, PdfBytes("/AFRelationship", "/AFRelationshiX")),
        };

    public static IReadOnlyDictionary<string, (string Check, Writers Writers)> Docxs { get; } =
        new Dictionary<string, (string, Writers)>
        {
            ["a word is lost"] = (Checks.Words, Document("Nguyễn Văn An", "Nguyễn Văn")),
            ["a tick is lost"] = (Checks.Words, Document("w14:checked w14:val=\"1\"", "w14:checked w14:val=\"0\"")),
            ["a glyph is missing"] = (Checks.Glyphs, Document("VIỆT NAM</w:t>", $"VIỆT NAM{Unknown}</w:t>")),
            ["the end is cut off"] = (Checks.Structure, DocxFile(file => file[..^30])),
            ["a part is lost"] = (Checks.Structure, Part("word/settings.xml", _ => null)),
            ["a part is no XML"] = (Checks.Structure, Part("word/settings.xml", text => text + "<")),
            ["a part has no type"] = (Checks.Structure, Part(
                "[Content_Types].xml", Replace("Extension=\"rels\"", "Extension=\"x\""))),
            ["it is no document"] = (Checks.Conformance, Document("w:document", "w:dokument")),
            ["it has no page"] = (Checks.Conformance, Document("w:sectPr", "w:sektPr")),
            ["a style is not there"] = (Checks.Conformance, Part(
                "word/styles.xml", Replace("styleId=\"tenLoai\"", "styleId=\"x\""))),
            ["a header is not there"] = (Checks.Conformance, Document("r:id=\"rId4\"", "r:id=\"rId9\"")),
        };

    public static IReadOnlyDictionary<string, (string Check, Writers Writers)> Pngs { get; } =
        new Dictionary<string, (string, Writers)>
        {
            ["a line is lost"] = (Checks.Words, Layout(WithoutALine)),
            ["a line hangs out to the right"] = (Checks.Overflow, Layout(laidOut => Moved(laidOut, 30, 0))),
            ["the end is cut off"] = (Checks.Structure, Png(file => file[..^4])),
            ["something follows the end"] = (Checks.Structure, Png(file => [.. file, 0])),
            ["it is no picture"] = (Checks.Structure, Png(file => [.. file.Reverse()])),
            ["it is too small"] = (Checks.Structure, new Writers
            {
                Png = (laidOut, page, dpi) => PngPainter.Paint(laidOut, page, dpi - 1),
            }),
        };

    public static FormRenderer Renderer(Writers writers) => new(Engine.Renderer.Forms, Engine.Fonts, writers);

    private static Writers Layout(Func<LaidOutDocument, LaidOutDocument> change) =>
        new() { LayOut = (document, fonts) => change(LayoutEngine.LayOut(document, fonts)) };

    private static Writers Pdf(Func<LaidOutDocument, byte[]> write) => new() { Pdf = (laidOut, _) => write(laidOut) };

    private static Writers PdfFile(Func<byte[], byte[]> change) =>
        new() { Pdf = (laidOut, files) => change(PdfWriter.Write(laidOut, files)) };

    /// <summary>Of the same length, so that nothing else moves.</summary>
    private static Writers PdfBytes(string old, string wrong) => PdfFile(file =>
    {
        Assert.Equal(old.Length, wrong.Length);
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(old, wrong, StringComparison.Ordinal));
    });

    private static Writers Png(Func<byte[], byte[]> change) =>
        new() { Png = (laidOut, page, dpi) => change(PngPainter.Paint(laidOut, page, dpi)) };

    private static Writers DocxFile(Func<byte[], byte[]> change) =>
        new() { Docx = (document, data) => change(DocxWriter.Write(document, data)) };

    private static Writers Document(string old, string wrong) =>
        Part("word/document.xml", Replace(old, wrong));

    private static Func<string, string> Replace(string old, string wrong) =>
        text => text.Replace(old, wrong, StringComparison.Ordinal);

    /// <param name="name">Of the part.</param>
    /// <param name="change">Null drops the part.</param>
    private static Writers Part(string name, Func<string, string?> change) =>
        DocxFile(file => DocxText.WithPart(file, name, change));

    /// <summary>The line is there, but it is empty.</summary>
    private static LaidOutDocument WithoutALine(LaidOutDocument laidOut) => OnFirstPage(
        laidOut,
        lines =>
        [
            .. lines.Select(line => SetWords.Of(line.Line).Contains("Nguyễn")
                ? line with { Line = line.Line with { Items = [] } }
                : line),
        ]);

    private static LaidOutDocument WithoutAPage(LaidOutDocument laidOut) => laidOut with
    {
        Pages = [.. laidOut.Pages.SkipLast(1)],
        Outline = [.. laidOut.Outline.Where(entry => entry.PageNumber < laidOut.Pages.Count)],
    };

    private static LaidOutDocument Moved(LaidOutDocument laidOut, double right, double down) => OnFirstPage(
        laidOut,
        lines => [.. lines.Select((line, i) => i == 3
            ? line with { X = line.X + Length.Mm(right), Top = line.Top + Length.Mm(down) }
            : line)]);

    private static LaidOutDocument Unticked(LaidOutDocument laidOut) => Everywhere(laidOut, item =>
        item is BoxItem box ? new BoxItem(box.X, box.Box with { Checked = false }, box.Side) : item);

    private static LaidOutDocument WithAnUnknownGlyph(LaidOutDocument laidOut) => Everywhere(laidOut, item =>
        item is TextItem text
            ? new TextItem(text.X, text.Face, text.Style, [.. text.Words.Select(word => word with
            {
                Word = new ShapedWord(word.Word.Text, [.. word.Word.Glyphs.Select(glyph => glyph with { Glyph = 0 })]),
            })])
            : item);

    private static LaidOutDocument Everywhere(LaidOutDocument laidOut, Func<LineItem, LineItem> change) => laidOut with
    {
        Pages =
        [
            .. laidOut.Pages.Select(page => page with
            {
                Lines =
                [
                    .. page.Lines.Select(line => line with
                    {
                        Line = line.Line with { Items = [.. line.Line.Items.Select(change)] },
                    }),
                ],
            }),
        ],
    };

    private static LaidOutDocument OnFirstPage(
        LaidOutDocument laidOut, Func<IReadOnlyList<PlacedLine>, IReadOnlyList<PlacedLine>> change) => laidOut with
    {
        Pages = [laidOut.Pages[0] with { Lines = change(laidOut.Pages[0].Lines) }, .. laidOut.Pages.Skip(1)],
    };
}
