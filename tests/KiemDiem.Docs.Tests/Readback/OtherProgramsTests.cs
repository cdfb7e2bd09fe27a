using System.Text;
using System.Xml.Linq;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

/// <summary>Files as other programs save them: as Word may, and as LibreOffice and python-docx do.</summary>
public static class OtherProgramsTests
{
    private const string Transitional = "http://schemas.openxmlformats.org/";

    [Fact]
    public static void The_parts_may_have_other_names_and_links_may_be_added()
    {
        var docx = EditTests.Docx();
        DocxEdit.Type(docx.Controls("/donViCongTac")[0], "Trường mới");
        var parts = new DocxEdit(docx.ToBytes()).Parts.ToDictionary(
            part => part.Key.Replace("item1", "item7", StringComparison.Ordinal),
            part => Replace(part.Value, ("item1", "item7"), ("itemProps1", "itemProps7"), ("</Relationships>", """
                <Relationship Id="rId90"
                  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
                  Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>
                """)));

        var extracted = Engine.Renderer.Extract(DocxEdit.Zip(parts.Reverse()));

        Assert.Equal(["/donViCongTac"], extracted.Edited.Select(path => path.Pointer));
    }

    [Fact]
    public static void The_other_version_of_the_standard_is_read_too()
    {
        var docx = EditTests.Docx();
        DocxEdit.Type(docx.Controls("/donViCongTac")[0], "Trường mới");
        var parts = new DocxEdit(docx.ToBytes()).Parts.ToDictionary(part => part.Key, part => Replace(
            part.Value,
            (Transitional + "wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
            (Transitional + "officeDocument/2006/rel", "http://purl.oclc.org/ooxml/officeDocument/rel")));

        var extracted = Engine.Renderer.Extract(DocxEdit.Zip(parts));

        Assert.Equal(["/donViCongTac"], extracted.Edited.Select(path => path.Pointer));
    }

    [Fact]
    public static void Runs_may_be_split_and_what_older_programs_show_instead_is_not_read_twice()
    {
        XNamespace mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        var docx = EditTests.Docx();
        foreach (var run in docx.Main.Descendants(DocxEdit.W + "r").Where(IsPlain).ToList())
        {
            var text = run.Value;
            var halves = new[] { text[..(text.Length / 2)], text[(text.Length / 2)..] }.Select(half => new XElement(
                DocxEdit.W + "r",
                new XAttribute(DocxEdit.W + "rsidR", "00AB12CD"),
                new XElement(DocxEdit.W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), half)));
            run.ReplaceWith(new XElement(
                mc + "AlternateContent",
                new XElement(mc + "Choice", new XElement(DocxEdit.W + "smartTag", halves)),
                new XElement(mc + "Fallback", run)));
        }

        Assert.Empty(EditTests.Extract(docx).Edited);
    }

    /// <summary>LibreOffice 7.4 saves no tags and no groups, but bindings, and brings the data up to date.</summary>
    [Fact]
    public static void What_LibreOffice_only_saves_again_is_not_changed()
    {
        foreach (var form in Engine.Renderer.Forms.FormIds)
        {
            var record = FieldEdits.Full(form);
            var saved = LibreOffice.Edit(Engine.Renderer.RenderDocx(record), "", "", "", "");
            var extracted = Engine.Renderer.Extract(saved);

            Assert.Empty(extracted.Edited);
            Assert.Equal(RecordWriter.Write(record), extracted.Json.ToArray());
        }
    }

    [Fact]
    public static void A_text_and_a_box_changed_in_LibreOffice_are_told()
    {
        var record = FieldEdits.Full("ban-kiem-diem-ca-nhan");
        var docx = new DocxEdit(Engine.Renderer.RenderDocx(record));
        var before = record.Get<ChoiceValue>("xepLoaiCanBo")!.Choice.Value;
        var after = before == "hoanThanh" ? "hoanThanhTot" : "hoanThanh";
        var old = record.Get<TextValue>("chucVuDoanThe")!.Text;

        var saved = LibreOffice.Edit(
            docx.ToBytes(),
            old,
            "Ủy viên Công đoàn",
            XPath(docx, "xepLoaiCanBo#" + before),
            XPath(docx, "xepLoaiCanBo#" + after));
        var extracted = Engine.Renderer.Extract(saved);

        var expected = FieldEdits.Json(record);
        expected["chucVuDoanThe"] = "Ủy viên Công đoàn";
        expected["xepLoaiCanBo"] = after;
        Assert.Equal(["/chucVuDoanThe", "/xepLoaiCanBo"], extracted.Edited.Select(path => path.Pointer));
        Assert.Equal(RecordWriter.Write(Engine.Record(expected)), extracted.Json.ToArray());
    }

    [Fact]
    public static void So_are_those_changed_with_python_docx()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.docx"), Engine.Renderer.RenderDocx(FieldEdits.Full("ban-kiem-diem-ca-nhan")));
        File.WriteAllText(folder.File("edit.py"), """
            import sys, docx
            from docx.oxml.ns import qn
            document = docx.Document(sys.argv[1])
            for control in document.element.body.iter(qn("w:sdt")):
                tag = control.find(qn("w:sdtPr")).find(qn("w:tag"))
                if tag is not None and tag.get(qn("w:val")) == "/donViCongTac":
                    next(control.iter(qn("w:t"))).text = "Trường mới"
            document.save(sys.argv[2])
            """);
        Tool.Run("/usr/bin/python3", [folder.File("edit.py"), folder.File("a.docx"), folder.File("b.docx")]);

        var extracted = Engine.Renderer.Extract(File.ReadAllBytes(folder.File("b.docx")));

        Assert.Equal(["/donViCongTac"], extracted.Edited.Select(path => path.Pointer));
    }

    [Fact]
    public static void What_LibreOffice_makes_itself_is_foreign()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("a.txt"), "Chữ");
        foreach (var format in (string[])["docx", "pdf", "odt"])
        {
            LibreOffice.Convert([folder.File("a.txt")], format, folder.Path);
            var refusal = Assert.Throws<KiemDiem.Docs.Readback.UnreadableFileException>(
                () => Engine.Renderer.Extract(File.ReadAllBytes(folder.File("a." + format))));
            Assert.Equal("foreignFile", refusal.Problem.Code);
        }
    }

    private static string XPath(DocxEdit docx, string tag) => docx.Controls("/" + tag)[0]
        .Descendants(DocxEdit.W + "dataBinding").Single().Attribute(DocxEdit.W + "xpath")!.Value;

    private static bool IsPlain(XElement run) => run.Elements().All(part => part.Name == DocxEdit.W + "t");

    private static byte[] Replace(byte[] part, params (string Old, string New)[] changes) => Encoding.UTF8.GetBytes(
        changes.Aggregate(Encoding.UTF8.GetString(part), (text, change) =>
            text.Replace(change.Old, change.New, StringComparison.Ordinal)));
}
