using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KiemDiem.Docs.Batch.Archive;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;
using MiniExcelLibs;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Tests.Batch.Archive;

/// <summary>The lists of contents, by the forms in NĐ 30/2020/NĐ-CP, Phụ lục V, mục III and IV.</summary>
public static class ContentsTests
{
    private static readonly FileUnit Unit = new(
        "2022/Truong-Tieu-hoc-Hoa-Binh",
        null,
        [
            Entries.Document(Entries.Opinion, 1),
            .. Enumerable.Range(2, 39).Select(number => Entries.Document(Entries.Review("Nguyễn Văn An"), number)),
        ]);

    private static readonly ContentsDocument Contents = new(Engine.Renderer.Forms.Editions[^1].TheThuc);

    [Fact]
    public static void The_list_of_documents_has_the_words_and_columns_of_the_form()
    {
        var words = Words(Contents.Of(Unit));

        Assert.StartsWith(
            Squash.Text(
                "MỤC LỤC VĂN BẢN, TÀI LIỆU Trường Tiểu học Hòa Bình Số, ký hiệu hồ sơ: Năm 2022 "
                    + "STT Số, ký hiệu văn bản Ngày tháng năm văn bản Tên loại và trích yếu nội dung văn bản "
                    + "Tác giả văn bản Tờ số/ Trang số Ghi chú (1)(2)(3)(4)(5)(6)(7)"
                    + "1 07/11/2022 Phiếu xin ý kiến: Chi ủy nơi cư trú, Nguyễn Thị Hạnh "
                    + "Đảng ủy (Chi ủy) Trung tâm Y tế huyện 1 van-ban-1.pdf "
                    + "2 02/12/2022 Bản kiểm điểm cá nhân: Năm 2022, Nguyễn Văn An Nguyễn Văn An 2-5 van-ban-2.pdf"),
            words,
            StringComparison.Ordinal);
        Assert.EndsWith(Squash.Text("Tổng số văn bản: 40. Tổng số trang: 157."), words, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_list_of_files_has_the_words_and_columns_of_the_form() => Assert.Equal(
        Squash.Text(
            "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU Năm 2022 Số TT Số, ký hiệu hồ sơ Tiêu đề hồ sơ Thời gian tài liệu "
                + "Thời hạn bảo quản Số tờ/ Số trang Ghi chú (1)(2)(3)(4)(5)(6)(7)"
                + "1 Trường Tiểu học Hòa Bình, năm 2022 07/11/2022 - 02/12/2022 157 2022/Truong-Tieu-hoc-Hoa-Binh "
                + "Mục lục này gồm: 1 hồ sơ (đơn vị bảo quản). Viết bằng chữ: hồ sơ (đơn vị bảo quản). "
                + ", ngày tháng năm Người lập (Ký và ghi rõ họ và tên, chức vụ)"),
        Words(Contents.Of([ListedFile.Of(Unit)], 1)));

    [Fact]
    public static void The_heads_of_the_columns_stand_on_every_page_and_are_read_once()
    {
        var laidOut = LayoutEngine.LayOut(Contents.Of(Unit), Engine.Fonts);
        var pdf = PdfWriter.Write(laidOut, []);
        var pages = new PdfReading(pdf).Pages;

        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.Contains(
            "STT", string.Concat(page.Letters.Select(letter => letter.Text)), StringComparison.Ordinal));
        Assert.Equal(2 * 7, ParsedPdf.Of("muc-luc", pdf).ElementsOf("TH").Count());
    }

    [Fact]
    public static void Nothing_stands_outside_of_the_margins_of_the_regulation()
    {
        foreach (var page in new PdfReading(Pdf(Contents.Of(Unit))).Pages)
        {
            Assert.Equal(297, page.Width, 0.1);
            Assert.Equal(210, page.Height, 0.1);
            Assert.All(page.Letters, letter => Assert.InRange(letter.Left, 30, 297 - 15));
            Assert.All(page.Letters, letter => Assert.InRange(letter.Right, 30, 297 - 15 + 0.1));
            Assert.All(page.Letters.Where(letter => letter.Baseline > 20), letter =>
                Assert.InRange(letter.Baseline, 20, 210 - 20));
            Assert.All(page.Strokes, stroke => Assert.InRange(stroke.Bottom, 20, 210 - 20 + 0.2));
        }
    }

    [Fact]
    public static void The_columns_fill_the_line() => Assert.All(
        [ContentsColumn.OfDocuments, ContentsColumn.OfFiles],
        columns => Assert.Equal(
            Length.Mm(297 - 30 - 15), columns.Select(column => column.Width).Aggregate((a, b) => a + b)));

    /// <summary>Where a document's pages are not known, nobody knows where those begin that follow.</summary>
    [Fact]
    public static void Pages_are_counted_through_as_far_as_they_are_known()
    {
        var unit = new FileUnit(
            "A",
            null,
            [
                Entries.Document(Entries.Opinion, 1),
                Entries.Document(Entries.Opinion with { SoTrang = null }, 2),
                Entries.Document(Entries.Opinion, 3),
            ]);

        var table = Contents.Of(unit).Blocks.OfType<Table>().Single();

        Assert.Equal(["1", "", ""], table.Rows.Skip(2).Select(row => TextOf(row.Cells[5])));
        Assert.EndsWith("Tổngsốvănbản:3.", Words(Contents.Of(unit)), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_volume_is_named_in_the_list() => Assert.Contains(
        Squash.Text("Trường Tiểu học Hòa Bình, tập 2 Số, ký hiệu"),
        Words(Contents.Of(new FileUnit(Unit.Folder, 2, Unit.Documents))),
        StringComparison.Ordinal);

    [Fact]
    public static void The_file_bears_the_date_of_its_last_document_or_one_that_never_changes()
    {
        Assert.Equal(new DateOnly(2022, 12, 2), Contents.Of(Unit).Info.Created);
        Assert.Equal(
            new DateOnly(1980, 1, 1),
            Contents.Of(new FileUnit("A", null, [Entries.Document(Entries.Opinion with { NgayVanBan = null })]))
                .Info.Created);
    }

    [Fact]
    public static void The_workbook_of_a_file_lists_its_documents()
    {
        var rows = Rows(ContentsWorkbook.Of(Unit));

        Assert.Equal(41, rows.Count);
        Assert.Equal(
            [
                "STT", "Số, ký hiệu văn bản", "Ngày tháng năm văn bản", "Tên loại văn bản",
                "Trích yếu nội dung văn bản", "Tác giả văn bản", "Người ký", "Số trang", "Ghi chú", "Tệp", "SHA-256",
            ],
            rows[0]);
        Assert.Equal(
            [
                1d, null, "07/11/2022", "Phiếu xin ý kiến", "Chi ủy nơi cư trú, Nguyễn Thị Hạnh",
                "Đảng ủy (Chi ủy) Trung tâm Y tế huyện", "Trần Văn Minh", 1d, null, "van-ban-1.pdf", Entries.Sum,
            ],
            rows[1]);
    }

    [Fact]
    public static void The_workbook_of_all_lists_the_files()
    {
        var rows = Rows(ContentsWorkbook.Of([ListedFile.Of(Unit)], 2_001));

        Assert.Equal(
            [
                2_001d, null, "Trường Tiểu học Hòa Bình, năm 2022", "07/11/2022", "02/12/2022", null, 40d, 157d, null,
                "2022/Truong-Tieu-hoc-Hoa-Binh",
            ],
            rows[1]);
    }

    /// <summary>A name that looks like a formula is text to a spreadsheet, as all text of a workbook is.</summary>
    [Fact]
    public static void A_text_is_never_a_formula()
    {
        var unit = new FileUnit("A", null, [Entries.Document(Entries.Review("=1+1"))]);
        using var file = SpreadsheetDocument.Open(new MemoryStream(ContentsWorkbook.Of(unit)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken));
        Assert.Empty(file.WorkbookPart!.WorksheetParts.Single().Worksheet!
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
    }

    /// <summary>The lists are PDFs; but whoever writes a ruled table as a Word file gets it whole.</summary>
    [Fact]
    public static void Word_is_told_of_the_lines_and_of_the_rows_to_repeat()
    {
        using var file = WordprocessingDocument.Open(
            new MemoryStream(DocxWriter.Write(Contents.Of(Unit), null)), isEditable: false);
        var table = file.MainDocumentPart!.Document!.Descendants<W.Table>().First();

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(6, table.Descendants<W.TableBorders>().Single().ChildElements.Count);
        Assert.Equal([true, true, false], table.Elements<W.TableRow>().Take(3)
            .Select(row => row.TableRowProperties!.Elements<W.TableHeader>().Any()));
    }

    private static string Words(Document document) => Squash.Pdf(Pdf(document));

    private static byte[] Pdf(Document document) =>
        PdfWriter.Write(LayoutEngine.LayOut(document, Engine.Fonts), []);

    private static string TextOf(IReadOnlyList<Block> cell) =>
        string.Concat(cell.OfType<Paragraph>().Select(paragraph => paragraph.PlainText));

    private static List<List<object?>> Rows(byte[] workbook) =>
    [
        .. MiniExcel.Query(new MemoryStream(workbook)).Cast<IDictionary<string, object?>>()
            .Select(row => row.Values.ToList()),
    ];
}
