using KiemDiem.Docs.Typesetting.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>Writes a workbook (XLSX) row by row: the same sheets give the same bytes.</summary>
/// <remarks>Source: ECMA-376, part 1, 18 (SpreadsheetML).</remarks>
public static class WorkbookWriter
{
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string RelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // The first day that an entry of a ZIP file can bear: a workbook has no date of its own.
    private static readonly DateOnly NoDate = new(1980, 1, 1);

    /// <summary>Writes the file; memory does not grow with the number of rows.</summary>
    /// <param name="target">Where to; it need not seek, and stays open.</param>
    /// <param name="sheets">At least one. The first is shown when the file is opened.</param>
    public static void Write(Stream target, params IReadOnlyList<Sheet> sheets)
    {
        var lists = new ChoiceLists(sheets);
        var all = lists.Sheet is { } hidden ? [.. sheets, hidden] : sheets;
        var package = new OpcPackage(NoDate);
        package.AddRoot(new Relationship("rId1", RelationshipTypes + "officeDocument", "xl/workbook.xml"));
        package.Add(
            "xl/workbook.xml",
            MediaTypes + "sheet.main+xml",
            Workbook(all, lists.Sheet).Save,
            [
                .. all.Select((_, index) => new Relationship(
                    SheetId(index), RelationshipTypes + "worksheet", $"worksheets/sheet{index + 1}.xml")),
                new Relationship("styles", RelationshipTypes + "styles", "styles.xml"),
            ]);
        package.Add("xl/styles.xml", MediaTypes + "styles+xml", WorkbookStyles.Write().Save);
        for (var i = 0; i < all.Count; i++)
        {
            var sheet = all[i];
            package.Add(
                $"xl/worksheets/sheet{i + 1}.xml",
                MediaTypes + "worksheet+xml",
                stream => SheetWriter.Write(stream, sheet, lists));
        }

        package.WriteTo(target);
    }

    private static string SheetId(int index) => FormattableString.Invariant($"sheet{index + 1}");

    private static S.Workbook Workbook(IReadOnlyList<Sheet> sheets, Sheet? hidden) => new(
        new S.Sheets(sheets.Select((sheet, index) => new S.Sheet
        {
            Name = sheet.Name,
            SheetId = (uint)index + 1,
            Id = SheetId(index),
            State = ReferenceEquals(sheet, hidden) ? S.SheetStateValues.Hidden : null,
        })));
}
