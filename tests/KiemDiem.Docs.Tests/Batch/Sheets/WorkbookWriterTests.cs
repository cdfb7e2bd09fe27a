using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KiemDiem.Docs.Batch.Sheets;
using MiniExcelLibs;
using Cell = KiemDiem.Docs.Batch.Sheets.Cell;
using Sheet = KiemDiem.Docs.Batch.Sheets.Sheet;

namespace KiemDiem.Docs.Tests.Batch.Sheets;

public static class WorkbookWriterTests
{
    private const string Refusal = "Hãy chọn trong danh mục.";

    private static readonly string[] ShortList = ["Tốt", "Kém"];

    private static readonly string[] LongList =
        [.. Enumerable.Range(1, 20).Select(number => $"Mục thứ {number} của danh mục")];

    private static Sheet Every => new(
        "Hồ sơ",
        [new SheetColumn(12), new SheetColumn(30, CellLook.Text), new SheetColumn(20)],
        [
            [Cell.Of("Số", CellLook.Header), Cell.Of("Họ và tên", CellLook.Header), Cell.Of("Mức", CellLook.Header)],
            [Cell.Of("trợ giúp", CellLook.Help)],
            [Cell.Of(12.5m), Cell.Of("007", CellLook.Text), Cell.Of(44900m, CellLook.Date)],
            [Cell.Empty, Cell.Of(" hai\ndòng _x0041_ \u0001 ", CellLook.Text)],
        ])
    {
        FrozenRows = 1,
        Choices = [new CellChoices(1, 2, LongList, Refusal), new CellChoices(2, 2, ShortList, Refusal)],
    };

    [Fact]
    public static void The_validator_finds_nothing()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Bytes(Every)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public static void The_same_sheets_give_the_same_bytes() => Assert.Equal(Bytes(Every), Bytes(Every));

    [Fact]
    public static void Another_reader_finds_what_was_written()
    {
        var rows = MiniExcel.Query(new MemoryStream(Bytes(Every))).Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(["Số", "Họ và tên", "Mức"], rows[0].Values);
        Assert.Equal(["trợ giúp", null, null], rows[1].Values);
        Assert.Equal([12.5d, "007", new DateTime(2022, 12, 5)], rows[2].Values);
        Assert.Equal([null, " hai\ndòng _x0041_ \u0001 ", null], rows[3].Values);
    }

    [Fact]
    public static void A_short_list_stands_in_its_rule_and_a_long_one_on_a_hidden_sheet()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Bytes(Every)), isEditable: false);
        var book = file.WorkbookPart!;
        var rules = book.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>()).ToList();
        var sheets = book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();

        Assert.Equal(["'Danh mục'!$A$1:$A$20", "\"Tốt,Kém\""], rules.Select(rule => rule.Formula1!.Text));
        Assert.Equal(["B3:B1048576", "C3:C1048576"], rules.Select(rule => rule.SequenceOfReferences!.InnerText));
        Assert.Equal([null, SheetStateValues.Hidden], sheets.Select(sheet => sheet.State?.Value));
    }

    /// <summary>A comma would make two values of one.</summary>
    [Fact]
    public static void A_list_with_a_comma_in_it_stands_on_the_hidden_sheet()
    {
        var sheet = Every with { Choices = [new CellChoices(0, 1, ["Phẩm chất, lối sống"], Refusal)] };
        using var file = SpreadsheetDocument.Open(new MemoryStream(Bytes(sheet)), isEditable: false);

        Assert.Equal(2, file.WorkbookPart!.WorksheetParts.Count());
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public static void Columns_are_named_as_spreadsheets_name_them(int column, string name) =>
        Assert.Equal(name, CellName.Column(column));

    [Fact]
    public static void A_cell_that_is_too_long_is_refused_by_its_place_alone()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            Bytes(new Sheet("a", [], [[Cell.Of("x"), Cell.Of(new string('b', Sheet.MaxText + 1))]])));

        Assert.Contains("B1", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bb", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Sheet sheet)
    {
        using var target = new MemoryStream();
        WorkbookWriter.Write(target, sheet);
        return target.ToArray();
    }
}
