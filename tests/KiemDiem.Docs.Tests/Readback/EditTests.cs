using System.Text;
using System.Xml.Linq;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Readback;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

/// <summary>What a clerk does to a Word file, and what the record says afterwards.</summary>
public static class EditTests
{
    private const string Review = "ban-kiem-diem-ca-nhan";
    private const string LongText = "phuongHuong";

    public static TheoryData<string, string> Fields => FieldEdits.Fields();

    [Theory]
    [MemberData(nameof(Fields))]
    public static void A_value_changed_only_where_it_is_bound_is_told_too(string form, string key)
    {
        var record = FieldEdits.Full(form);
        var docx = new DocxEdit(Engine.Renderer.RenderDocx(record));
        var changed = new DocxEdit(docx.ToBytes());
        FieldEdits.InDocument(changed, record, record.Form.FieldsByKey[key]);
        foreach (var control in changed.Main.Descendants(DocxEdit.W + "sdt").Where(IsBound))
        {
            var before = docx.Controls(DocxEdit.TagOf(control)!);
            if (before.TrueForAll(other => other.Value != control.Value))
                docx.Values(DocxEdit.TagOf(control)!)[0].Value = Bound(control);
        }

        Assert.Equal(["/" + key], Pointers(Extract(docx)));
    }

    [Fact]
    public static void A_paragraph_added_among_those_of_a_long_text_is_part_of_it()
    {
        var docx = Docx();
        var first = docx.Controls($"/{LongText}/0")[0];
        first.AddAfterSelf(DocxEdit.Paragraph("Đoạn mới."));
        var extracted = Extract(docx);

        Assert.Equal(["/" + LongText], Pointers(extracted));
        Assert.Equal("Đoạn mới.", Paragraphs(extracted)[1]);
        Assert.Equal(Before().Count + 1, Paragraphs(extracted).Count);
    }

    [Fact]
    public static void So_is_one_behind_the_last_of_them()
    {
        var docx = Docx();
        docx.Controls("/" + LongText)[0].Element(DocxEdit.W + "sdtContent")!.Add(DocxEdit.Paragraph("Đoạn cuối."));

        Assert.Equal([.. Before(), "Đoạn cuối."], Paragraphs(Extract(docx)));
    }

    [Fact]
    public static void A_deleted_paragraph_is_no_part_of_it_any_more()
    {
        var docx = Docx();
        docx.Controls($"/{LongText}/0")[0].Remove();

        Assert.Equal(Before().Skip(1), Paragraphs(Extract(docx)));
    }

    [Fact]
    public static void A_line_break_in_a_paragraph_makes_two_of_it()
    {
        var docx = Docx();
        var run = docx.Controls($"/{LongText}/0")[0].Descendants(DocxEdit.W + "r").First();
        run.Add(new XElement(DocxEdit.W + "br"), new XElement(DocxEdit.W + "t", "Dòng thêm."));

        Assert.Equal([Before()[0], "Dòng thêm.", .. Before().Skip(1)], Paragraphs(Extract(docx)));
    }

    [Fact]
    public static void An_item_is_one_whether_its_sign_is_typed_or_made_by_Word()
    {
        var docx = Docx();
        var group = docx.Controls("/" + LongText)[0].Element(DocxEdit.W + "sdtContent")!;
        var made = DocxEdit.Paragraph("Việc hai");
        made.AddFirst(new XElement(DocxEdit.W + "pPr", new XElement(
            DocxEdit.W + "numPr", new XElement(DocxEdit.W + "numId", new XAttribute(DocxEdit.W + "val", "3")))));
        group.Add(DocxEdit.Paragraph("-\u00A0Việc một"), made);

        Assert.Equal([.. Before(), "- Việc một", "- Việc hai"], Paragraphs(Extract(docx)));
    }

    [Fact]
    public static void Blank_room_that_is_typed_into_is_a_value()
    {
        foreach (var (tag, now, json) in ((string, string, string)[])[
            ("/hoTen", "Nguyễn Văn B", "\"hoTen\": \"Nguyễn Văn B\""),
            ("/" + LongText, "Cố gắng hơn", "\"Cố gắng hơn\""),
            ("/namKiemDiem", "2022", "\"namKiemDiem\": 2022")])
        {
            var docx = new DocxEdit(Engine.Renderer.RenderDocx(new FormRecord(
                Engine.Form(Review), new Dictionary<string, FieldValue>())));
            var room = docx.Controls(tag)[0].Descendants(DocxEdit.W + "r").First();
            room.AddBeforeSelf(new XElement(DocxEdit.W + "r", new XElement(DocxEdit.W + "t", now)));
            var extracted = Extract(docx);

            Assert.Equal(["/" + tag[1..]], Pointers(extracted));
            Assert.Contains(json, Encoding.UTF8.GetString(extracted.Json.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public static void A_cleared_value_is_left_for_the_pen_and_Words_request_for_text_is_no_value()
    {
        var docx = Docx();
        var control = docx.Controls("/hoTen")[0];
        DocxEdit.Type(control, "Bấm vào đây để nhập văn bản.");
        control.Element(DocxEdit.W + "sdtPr")!.Add(new XElement(DocxEdit.W + "showingPlcHdr"));
        var extracted = Extract(docx);

        Assert.Equal("/hoTen", Pointers(extracted)[0]);
        Assert.DoesNotContain("hoTen", Encoding.UTF8.GetString(extracted.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public static void Tracked_changes_count_as_accepted()
    {
        var docx = Docx();
        var run = docx.Controls("/donViCongTac")[0].Descendants(DocxEdit.W + "r").First();
        run.ReplaceWith(
            new XElement(DocxEdit.W + "del", new XElement(
                DocxEdit.W + "r",
                new XElement(DocxEdit.W + "delText", run.Value),
                new XElement(DocxEdit.W + "br"))),
            new XElement(DocxEdit.W + "moveFrom", new XElement(
                DocxEdit.W + "r", new XElement(DocxEdit.W + "t", "Trường cũ"))),
            new XElement(DocxEdit.W + "ins", new XElement(
                DocxEdit.W + "r", new XElement(DocxEdit.W + "t", "Trường "), new XElement(DocxEdit.W + "t", "mới"))));

        Assert.Contains("\"donViCongTac\": \"Trường mới\"", Json(Extract(docx)), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_deleted_control_leaves_the_value_and_a_warning()
    {
        var docx = Docx();
        docx.Controls("/donViCongTac").ForEach(control => control.Remove());
        var extracted = Extract(docx);

        Assert.Empty(extracted.Edited);
        Assert.Contains(
            extracted.Checked.Warnings, one => (one.Path.Pointer, one.Code) == ("/donViCongTac", "lostControl"));
        Assert.Contains("donViCongTac", Json(extracted), StringComparison.Ordinal);
    }

    [Fact]
    public static void Two_different_edits_of_one_value_are_a_problem_and_two_equal_ones_are_not()
    {
        var docx = Docx();
        var places = docx.Controls("/namKiemDiem").Concat(docx.Controls("/hoTen")).GroupBy(DocxEdit.TagOf)
            .First(group => group.Count() > 1).ToList();
        var key = DocxEdit.TagOf(places[0])!;
        var isYear = key == "/namKiemDiem";
        places.ForEach(place => DocxEdit.Type(place, isYear ? "2021" : "Lê Thị C"));
        Assert.Empty(Extract(docx).Checked.Problems);

        DocxEdit.Type(places[1], isYear ? "2020" : "Lê Thị D");
        var torn = Extract(docx);

        Assert.Equal((key, "differentEdits"), (torn.Checked.Problems[0].Path.Pointer, torn.Checked.Problems[0].Code));
        Assert.Null(torn.Checked.Value);
    }

    [Fact]
    public static void Two_crossed_boxes_are_a_problem_and_none_is_left_for_the_pen()
    {
        var docx = Docx();
        var boxes = docx.Main.Descendants(DocxEdit.W + "sdt")
            .Where(sdt => DocxEdit.TagOf(sdt)!.StartsWith("/xepLoaiCanBo#", StringComparison.Ordinal)).ToList();
        var crossed = boxes.Single(box => box.Value == "☒");
        DocxEdit.Click(boxes.First(box => box != crossed));
        var two = Extract(docx);
        Assert.Equal("twoChoices", Assert.Single(two.Checked.Problems).Code);
        Assert.Equal(["/xepLoaiCanBo"], Pointers(two));

        DocxEdit.Click(crossed);
        DocxEdit.Click(boxes.First(box => box != crossed));
        var none = Extract(docx);
        Assert.Empty(none.Checked.Problems);
        Assert.DoesNotContain("xepLoaiCanBo", Json(none), StringComparison.Ordinal);
    }

    [Fact]
    public static void What_is_typed_cannot_get_around_the_check()
    {
        var docx = Docx();
        DocxEdit.Type(docx.Controls("/ngaySinh")[0], "32/13/1978");
        var extracted = Extract(docx);

        var problem = Assert.Single(extracted.Checked.Problems);
        Assert.Equal(("/ngaySinh", "badDate"), (problem.Path.Pointer, problem.Code));
        Assert.Contains("1978-13-32", Json(extracted), StringComparison.Ordinal);
    }

    [Fact]
    public static void Text_around_the_controls_survives_and_is_no_data()
    {
        var docx = Docx();
        var group = docx.Controls("/xepLoaiCanBo").Single();
        group.AddAfterSelf(new XElement(
            DocxEdit.W + "r",
            new XElement(DocxEdit.W + "rPr", new XElement(DocxEdit.W + "b")),
            new XElement(DocxEdit.W + "t", " (theo đề nghị của Chi bộ)")));

        Assert.Empty(Extract(docx).Edited);
    }

    internal static DocxEdit Docx() => new(Engine.Renderer.RenderDocx(FieldEdits.Full(Review)));

    internal static ExtractedRecord Extract(DocxEdit docx) => Engine.Renderer.Extract(docx.ToBytes());

    private static IReadOnlyList<string> Before() =>
        FieldEdits.Full(Review).Get<LongTextValue>(LongText)!.Paragraphs;

    private static IReadOnlyList<string> Paragraphs(ExtractedRecord extracted) =>
        extracted.Checked.ValueOrThrow().Get<LongTextValue>(LongText)!.Paragraphs;

    private static List<string> Pointers(ExtractedRecord extracted) =>
        [.. extracted.Edited.Select(path => path.Pointer)];

    private static string Json(ExtractedRecord extracted) => Encoding.UTF8.GetString(extracted.Json.Span);

    private static bool IsBound(XElement control) =>
        control.Element(DocxEdit.W + "sdtPr")!.Element(DocxEdit.W + "dataBinding") is not null;

    private static string Bound(XElement control) =>
        control.Element(DocxEdit.W + "sdtPr")!.Element(DocxEdit.W14 + "checkbox") is null
            ? control.Value
            : control.Value == "☒" ? "true" : "false";
}
