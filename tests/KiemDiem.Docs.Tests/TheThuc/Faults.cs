using System.Text;
using KiemDiem.Docs.Typesetting.Model;
using static KiemDiem.Docs.Tests.TheThuc.Fault;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>For each test of a clause the faults that it must find.</summary>
internal static class Faults
{
    private const string Review = "2019/ban-kiem-diem-ca-nhan/day-du.json";
    private const string BlankReview = "2019/ban-kiem-diem-ca-nhan/trong.json";
    private const string LongReview = "2019/ban-kiem-diem-ca-nhan/rat-dai.json";
    private const string Report = "2019/bao-cao-kiem-diem-tap-the/day-du.json";
    private const string Opinion = "2020-213/phieu-nhan-xet/day-du.json";
    private const string Request = "2020-213/phieu-xin-y-kien/day-du.json";
    private const string RequestForm = "2020-213/phieu-xin-y-kien.json";
    private const string ReportForm = "2019/bao-cao-kiem-diem-tap-the.json";
    private const string OpinionForm = "2020-213/phieu-nhan-xet.json";

    public static IReadOnlyList<(Action<PrintedForm> Check, Fault Fault)> All { get; } =
        [.. OfThePage(), .. OfTheHead(), .. OfTypeAndSubject(), .. OfTheBody(), .. OfTheSignatory()];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> OfThePage() =>
    [
        .. FoundBy(
            PageTests.Letters_are_composed_Vietnamese_letters_in_Times_New_Roman,
            Of(Review, "another font", Named("Arial"), Shows.Word),
            Of(Review, "decomposed letters", Words(text => text.Normalize(NormalizationForm.FormD)))),
        .. FoundBy(
            PageTests.The_paper_is_A4,
            Of(Request, "page.width", "216 mm"),
            Of(Request, "page.height", "279 mm")),
        .. FoundBy(
            PageTests.The_margins_are_20_20_30_and_15_mm,
            Of(Report, "page.left", "29 mm"),
            Of(Report, "page.right", "16 mm"),
            Of(Report, "page.top", "19 mm"),
            Of(LongReview, "page.bottom", "10 mm")),
        .. FoundBy(
            PageTests.Pages_after_the_first_are_numbered_in_the_middle_10_mm_from_the_edge,
            Of(Report, "page.pageNumberTop", "11 mm"),
            Of(Report, "styles.soTrang.align", "right"),
            Of(Report, "styles.soTrang.rightIndent", "2 mm")),
        .. FoundBy(
            PageTests.The_page_number_is_14_upright,
            Of(Report, "styles.soTrang.size", "13 pt"),
            Of(Report, "styles.soTrang.bold", true),
            Of(Report, "styles.soTrang.italic", true)),
    ];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> OfTheHead() =>
    [
        .. FoundBy(
            HeadTests.The_title_stands_at_the_right_of_the_first_page_above_all_but_the_number_of_the_form,
            Of(Opinion, "blocks.1.right.0.text", "ĐẢNG CỘNG SẢN", OpinionForm),
            Of(Report, "headerLeftWidth", "100 mm", shows: Shows.Pdf)),
        .. FoundBy(
            HeadTests.The_title_is_in_bold_upright_capitals_of_15_points,
            Of(Review, "styles.tieuDe.size", "14 pt"),
            Of(Review, "styles.tieuDe.bold", false),
            Of(Review, "styles.tieuDe.italic", true)),
        .. FoundBy(
            HeadTests.A_solid_rule_exactly_as_long_as_the_title_stands_below_it,
            Of(Report, "a rule 0.7 mm too short", Rules(-0.7)),
            Of(Report, "a rule 0.7 mm too long", Rules(0.7)),
            Of(Report, "blocks.1.right.0.rule", false, ReportForm),
            Of(Report, "styles.tieuDe.size", "14 pt", shows: Shows.Pdf)),
        .. FoundBy(
            HeadTests.The_names_of_the_bodies_stand_at_the_left_from_the_line_of_the_title_on,
            Of(Opinion, "styles.coQuanCapTren.lineHeight", "20 pt", shows: Shows.Pdf),
            Of(Opinion, "the columns change places", Swapped)),
        .. FoundBy(
            HeadTests.The_superior_body_is_in_light_upright_capitals_of_14_points,
            Of(Report, "styles.coQuanCapTren.size", "13 pt"),
            Of(Report, "styles.coQuanCapTren.bold", true),
            Of(Report, "blocks.1.left.0.capitals", false, ReportForm)),
        .. FoundBy(
            HeadTests.The_issuing_body_is_in_bold_upright_capitals_of_14_points,
            Of(Opinion, "styles.coQuanBanHanh.size", "13 pt"),
            Of(Opinion, "styles.coQuanBanHanh.bold", false),
            Of(Opinion, "styles.coQuanBanHanh.italic", true),
            Of(Opinion, "blocks.1.left.1.capitals", false, OpinionForm)),
        .. FoundBy(
            HeadTests.The_superior_body_stands_above_the_issuing_body,
            Of(Opinion, "blocks.1.left.0.style", "coQuanBanHanh", OpinionForm, Shows.Word),
            Of(Opinion, "styles.coQuanCapTren.spaceAfter", "6 pt", shows: Shows.Pdf)),
        .. FoundBy(
            HeadTests.The_name_of_a_chi_bo_stands_in_bold_capitals_between_its_superior_body_and_the_star,
            Of(Opinion, "styles.coQuanBanHanh.bold", false),
            Of(Opinion, "styles.coQuanCapTren.bold", true),
            Of(Opinion, "blocks.1.left.1.capitals", false, OpinionForm),
            Of(Opinion, "blocks.1.left.2.text", "-----", OpinionForm)),
        .. FoundBy(
            HeadTests.A_star_stands_centred_below_the_issuing_body,
            Of(Request, "styles.dauSao.rightIndent", "2 mm"),
            Of(Request, "styles.dauSao.align", "left"),
            Of(Request, "blocks.1.left.2.text", "-----", RequestForm)),
        .. FoundBy(
            HeadTests.Place_and_date_stand_below_the_rule_in_the_middle_of_the_title,
            Of(Request, "styles.diaDanhNgayThang.rightIndent", "1 mm"),
            Of(Request, "styles.diaDanhNgayThang.align", "right", shows: Shows.Pdf)),
        .. FoundBy(
            HeadTests.Place_and_date_are_in_italics_of_14_points,
            Of(Report, "styles.diaDanhNgayThang.italic", false),
            Of(Report, "styles.diaDanhNgayThang.size", "13 pt"),
            Of(Report, "styles.diaDanhNgayThang.bold", true)),
        .. FoundBy(
            HeadTests.A_comma_follows_the_place_and_day_month_and_year_are_called_by_name,
            Of(Report, "blocks.1.right.1.text", "{diaDanh} {ngayLap}", ReportForm),
            Of(Report, "no word for the month", Word("\u00A0tháng\u00A0", "/"))),
        .. FoundBy(
            HeadTests.Days_below_10_and_months_below_3_have_a_zero_before_them_and_no_others,
            Of(Opinion, "a day without its zero", Word("09", "9")) with { Date = "2022-10-09" },
            Of(Opinion, "a zero before 4", Word("4", "04")) with { Date = "2022-04-05" },
            Of(Opinion, "a month without its zero", Word("02", "2")) with { Date = "2022-02-10" }),
    ];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> OfTypeAndSubject() =>
    [
        .. FoundBy(
            TypeAndSubjectTests.The_type_of_the_document_stands_centred_below_the_head,
            Of(Report, "styles.tenLoai.align", "left", shows: Shows.Pdf),
            Of(Report, "styles.tenLoai.leftIndent", "10 mm"),
            Of(Report, "the head below the type", HeadBelow)),
        .. FoundBy(
            TypeAndSubjectTests.The_type_of_the_document_is_in_bold_upright_capitals_of_15_or_16_points,
            Of(Report, "styles.tenLoai.size", "14 pt"),
            Of(Report, "styles.tenLoai.bold", false),
            Of(Report, "blocks.2.text", "Báo cáo kiểm điểm tập thể", ReportForm)),
        .. FoundBy(
            TypeAndSubjectTests.The_subject_stands_centred_below_the_type,
            Of(Opinion, "styles.trichYeu.rightIndent", "1 mm"),
            Of(Opinion, "styles.tenLoai.spaceAfter", "12 pt", shows: Shows.Pdf),
            Of(BlankReview, "styles.trichYeu.align", "left", shows: Shows.Pdf)),
        .. FoundBy(
            TypeAndSubjectTests.The_subject_is_bold_and_upright_of_14_or_15_points,
            Of(Opinion, "styles.trichYeu.size", "13 pt"),
            Of(Opinion, "styles.trichYeu.bold", false),
            Of(Opinion, "styles.trichYeu.italic", true)),
        .. FoundBy(
            TypeAndSubjectTests.The_addressee_stands_below_the_subject,
            Of(Request, "blocks.4.fields.0.label", "Gửi:", RequestForm)),
        .. FoundBy(
            TypeAndSubjectTests.The_words_before_the_addressee_are_in_italics_of_14_points,
            Of(Request, "styles.kinhGui.italic", false),
            Of(Request, "styles.kinhGui.size", "13 pt")),
        .. FoundBy(
            TypeAndSubjectTests.The_addressee_is_upright_of_14_points,
            Of(Request, "the whole line in italics", Slanted("kinhGui")),
            Of(Request, "styles.kinhGui.bold", true)),
    ];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> OfTheBody() =>
    [
        .. FoundBy(
            BodyTests.The_body_is_light_and_upright_of_14_or_15_points,
            Of(Report, "styles.noiDung.size", "13 pt"),
            Of(Report, "styles.noiDung.italic", true),
            Of(Report, "styles.gachDauDong.bold", true),
            Of(Review, "styles.mucNho.italic", true)),
        .. FoundBy(
            BodyTests.The_body_is_justified,
            Of(Report, "styles.noiDung.align", "left"),
            Of(Report, "styles.gachDauDong.align", "left")),
        .. FoundBy(
            BodyTests.First_lines_are_indented_by_10_mm,
            Of(Report, "styles.noiDung.firstLineIndent", "12.7 mm"),
            Of(Report, "styles.noiDung.leftIndent", "1 mm"),
            Of(Review, "styles.dongDien.firstLineIndent", "0 mm"),
            Of(Report, "styles.mucLon.firstLineIndent", "0 mm")),
        .. FoundBy(
            BodyTests.Paragraphs_are_at_least_6_points_apart,
            Of(Report, "styles.noiDung.spaceAfter", "5 pt"),
            Of(Review, "styles.dongDien.spaceAfter", "0 pt"),
            Of(BlankReview, "styles.dongKe.spaceAfter", "4 pt"),
            Of(Opinion, "styles.cotOChon.spaceAfter", "3 pt")),
        .. FoundBy(
            BodyTests.Lines_are_at_least_18_points_apart_and_exactly_as_far_as_the_style_says,
            Of(Report, "styles.noiDung.lineHeight", "17 pt"),
            Of(Request, "styles.coQuanBanHanh.lineHeight", "16 pt"),
            Of(Opinion, "styles.ghiChuKy.lineHeight", "16 pt", shows: Shows.Word)),
    ];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> OfTheSignatory() =>
    [
        .. FoundBy(
            SignatoryTests.Who_signs_stands_in_the_middle_of_the_right_half,
            Of(Report, "styles.quyenHanKy.leftIndent", "1 mm"),
            Of(Report, "styles.hoTenKy.align", "left"),
            Of(Opinion, "styles.ghiChuKy.rightIndent", "1 mm"),
            Of(Opinion, "styles.hoTenKy.align", "right")),
        .. FoundBy(
            SignatoryTests.Who_signs_stands_below_the_body_authority_title_and_name_in_this_order,
            Of(Report, "the note above the authority", Upside)),
        .. FoundBy(
            SignatoryTests.The_authority_is_in_bold_upright_capitals_of_14_points,
            Of(Opinion, "styles.quyenHanKy.size", "13 pt"),
            Of(Opinion, "styles.quyenHanKy.bold", false),
            Of(Opinion, "in lower case", Word("T/M CHI BỘ", "T/M chi bộ"))),
        .. FoundBy(
            SignatoryTests.The_title_of_the_signatory_is_in_light_upright_capitals_of_14_points,
            Of(Report, "styles.chucVuKy.bold", true),
            Of(Report, "styles.chucVuKy.size", "13 pt"),
            Of(Request, "in lower case", Word("BÍ THƯ", "Bí thư"))),
        .. FoundBy(
            SignatoryTests.The_name_of_the_signatory_is_bold_and_upright_of_14_points,
            Of(Review, "styles.hoTenKy.bold", false),
            Of(Review, "styles.hoTenKy.italic", true),
            Of(Review, "styles.hoTenKy.size", "15 pt")),
        .. FoundBy(
            SignatoryTests.The_note_on_how_to_sign_is_in_italics_below_authority_and_title,
            Of(Review, "styles.ghiChuKy.italic", false),
            Of(Review, "styles.quyenHanKy.spaceAfter", "6 pt", shows: Shows.Pdf)),
        .. FoundBy(
            SignatoryTests.There_is_room_for_hand_and_seal_above_the_name,
            Of(Review, "styles.ghiChuKy.spaceAfter", "20 mm"),
            Of(Opinion, "styles.ghiChuKy.spaceAfter", "20 mm")),
    ];

    private static IEnumerable<(Action<PrintedForm> Check, Fault Fault)> FoundBy(
        Action<PrintedForm> check, params IEnumerable<Fault> faults) => faults.Select(fault => (check, fault));

    private static Func<Document, Document> Named(string family) =>
        document => document with { FontFamily = family };

    private static Func<Document, Document> Word(string old, string @new) =>
        Words(text => text == old ? @new : text);

    private static Func<Document, Document> Slanted(string style) => OnRuns(
        paragraph => paragraph.Style.Id == style,
        run => run with { Style = run.Style with { Italic = true } });

    private static Func<Document, Document> Rules(double longer) => OnBlocks(block =>
        block is Rule rule ? rule with { Width = rule.Width + Length.Mm(longer) } : block);

    /// <summary>What stands in the left column of a table stands in the right one.</summary>
    private static Document Swapped(Document document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block is not Table table ? block : table with
        {
            Rows = [.. table.Rows.Select(row => new TableRow([.. row.Cells.Reverse()]))],
        })],
    };

    private static Document HeadBelow(Document document)
    {
        var blocks = document.Blocks.ToList();
        var type = blocks.FindIndex(block => block is Paragraph { Style.Id: "tenLoai" });
        (blocks[type], blocks[type - 1]) = (blocks[type - 1], blocks[type]);
        return document with { Blocks = blocks };
    }

    /// <summary>The last signature: its note first.</summary>
    private static Document Upside(Document document)
    {
        var blocks = document.Blocks.ToList();
        var note = blocks.FindLastIndex(block => block is Paragraph { Style.Id: "ghiChuKy" });
        var authority = blocks.FindLastIndex(block => block is Paragraph { Style.Id: "quyenHanKy" });
        (blocks[note], blocks[authority]) = (blocks[authority], blocks[note]);
        return document with { Blocks = blocks };
    }
}
