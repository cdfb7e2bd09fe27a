using System.Text;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

/// <summary>Word files that want to do harm, each made out of one of ours, and the code of its refusal.</summary>
internal static class HostileDocx
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    public static IReadOnlyDictionary<string, (Func<byte[]> File, string Code)> All { get; } =
        new Dictionary<string, (Func<byte[]>, string)>
        {
            ["a bomb of blanks"] = (() => WithMain(Around(new string(' ', 300_000_000))), "costlyFile"),
            ["a bomb of paragraphs"] = (() => WithMain(Around(Repeat("<w:p/>", 20_000_000))), "costlyFile"),
            ["a bomb of controls"] = (
                () => WithMain(Around(Repeat("<w:sdt><w:sdtPr><w:tag w:val=\"/hoTen\"/></w:sdtPr></w:sdt>", 200_000))),
                "costlyFile"),
            ["controls in controls with much text"] = (
                () => WithMain(Around(
                    Repeat("<w:sdt><w:sdtPr><w:tag w:val=\"/hoTen\"/></w:sdtPr><w:sdtContent>", 100)
                    + "<w:t>" + new string('a', 2_000_000) + "</w:t>" + Repeat("</w:sdtContent></w:sdt>", 100))),
                "costlyFile"),
            ["much text"] = (
                () => WithMain(Around(Repeat("<w:t>" + new string('a', 10_000) + "</w:t>", 1500))), "costlyFile"),
            ["a bomb of data"] = (() => With(DocxEdit.DataPart, Data(new string(' ', 300_000_000))), "costlyFile"),
            ["values without end"] = (
                () => With(DocxEdit.DataPart, Data(Repeat("<d:value tag=\"/hoTen\"/>", 500_000))), "costlyFile"),
            ["relationships without end"] = (
                () => With(
                    "word/_rels/document.xml.rels", Rels(Repeat("<Relationship Type=\"a\" Target=\"b\"/>", 90_000))),
                "costlyFile"),
            ["a tag without end"] = (
                () => WithMain(Around("<w:p a=\"" + new string('a', 5_000_000) + "\"/>")), "costlyFile"),
            ["attributes without end"] = (
                () => WithMain(Around("<w:p " + Numbered(i => $"a{i}=\">\" ", 400_000) + "/>")), "costlyFile"),
            ["names without end"] = (() => WithMain(Around(Numbered(i => $"<n{i}/>", 800_000))), "costlyFile"),
            ["a hundred thousand deep"] = (
                () => WithMain(Around(Repeat("<w:p>", 100_000) + Repeat("</w:p>", 100_000))), "costlyFile"),
            ["deep where nobody looks"] = (
                () => WithMain(Around("<w:tblPr>" + Repeat("<a>", 100_000) + Repeat("</a>", 100_000) + "</w:tblPr>")),
                "costlyFile"),
            ["deep data"] = (
                () => With(DocxEdit.DataPart, Data(Repeat("<a>", 100_000) + Repeat("</a>", 100_000))), "costlyFile"),
            ["entities in the document"] = (() => WithMain(Laughs + Around("<w:t>&d;</w:t>")), "brokenFile"),
            ["entities in the data"] = (() => With(DocxEdit.DataPart, Laughs + Data("&d;")), "brokenFile"),
            ["a definition on the web"] = (
                () => WithMain("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Around("")), "brokenFile"),
            ["a main part on the web"] = (
                () => With("_rels/.rels", Rels(
                    "<Relationship Id=\"a\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/d.xml\" Type=\"http://"
                    + "schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>")),
                "foreignFile"),
            ["data on the web"] = (
                () => With("word/_rels/document.xml.rels", Rels(
                    "<Relationship Id=\"a\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/d.xml\" Type=\"http://"
                    + "schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\"/>")),
                "foreignFile"),
            ["macros"] = (
                () => With("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType="
                    + "\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
                "fileWithMacros"),
            ["sixty thousand parts"] = (
                () => Zip(Enumerable.Range(0, 60_000).Select(i => ($"{i}", ""))), "costlyFile"),
            ["two parts of one name"] = (() => Zip([("a", ""), ("A", "")]), "brokenFile"),
            ["a password of ZIP"] = (() => Patched(bytes => EntryAt(bytes, "word/document.xml")[8] |= 1), "brokenFile"),
            ["an unknown method"] = (() => Patched(bytes => EntryAt(bytes, "_rels/.rels")[10] = 12), "brokenFile"),
            ["a part beyond the end"] = (
                () => Patched(bytes => EntryAt(bytes, "_rels/.rels").Slice(42, 4).Fill(0xFF)), "brokenFile"),
            ["a part longer than the file"] = (
                () => Patched(bytes => EntryAt(bytes, "_rels/.rels").Slice(20, 4).Fill(0x7F)), "brokenFile"),
            ["a directory beyond the end"] = (() => Patched(bytes => bytes.AsSpan()[^6..^2].Fill(0xFF)), "brokenFile"),
            ["a directory that leads to itself"] = (
                () => Patched(bytes => bytes.AsSpan()[^6..^2].Clear()), "brokenFile"),
            ["nothing behind the mark"] = (() => "PK\u0003\u0004"u8.ToArray(), "brokenFile"),
            ["a password of Word"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "brokenFile"),
            ["an endless file"] = (() => [.. "PK"u8, .. new byte[17 * 1024 * 1024]], "costlyFile"),
        };

    private static byte[] Ours => Engine.Renderer.RenderDocx(FieldEdits.Full("phieu-xin-y-kien"));

    private static string Around(string body) => $"<w:document {Word}><w:body>{body}</w:body></w:document>";

    private static string Data(string content) =>
        $"<d:data xmlns:d=\"{DocxEdit.D}\">{content}<d:original>{{}}</d:original></d:data>";

    private static string Rels(string content) => $"<Relationships>{content}</Relationships>";

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Numbered(Func<int, string> text, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(text));

    private static byte[] WithMain(string xml) => With(DocxEdit.MainPart, xml);

    private static byte[] With(string part, string xml)
    {
        var docx = new DocxEdit(Ours);
        docx.Parts[part] = Encoding.UTF8.GetBytes(xml);
        return DocxEdit.Zip(docx.Parts);
    }

    private static byte[] Zip(IEnumerable<(string Name, string Text)> files) =>
        DocxEdit.Zip(files.Select(file => KeyValuePair.Create(file.Name, Encoding.UTF8.GetBytes(file.Text))));

    private static byte[] Patched(Action<byte[]> patch)
    {
        var bytes = DocxEdit.Zip(new DocxEdit(Ours).Parts);
        patch(bytes);
        return bytes;
    }

    /// <summary>What the directory says of a part, from its mark on.</summary>
    private static Span<byte> EntryAt(byte[] zip, string name)
    {
        var at = zip.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(name));
        return zip.AsSpan(at - 46);
    }
}
