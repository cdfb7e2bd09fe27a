using S = DocumentFormat.OpenXml.Spreadsheet;

namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>How the cells of a workbook look: one format for each <see cref="CellLook"/>, in its order.</summary>
internal static class WorkbookStyles
{
    private const string Font = "Times New Roman";
    private const uint DateFormat = 164;

    // Built in; source: ECMA-376, part 1, 18.8.30 (numFmt).
    private const uint GeneralFormat = 0;
    private const uint TextFormat = 49;

    public static uint IndexOf(CellLook look) => (uint)look;

    public static S.Stylesheet Write() => new(
        new S.NumberingFormats(new S.NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" })
        {
            Count = 1,
        },
        new S.Fonts(
            new S.Font(new S.FontSize { Val = 12 }, new S.FontName { Val = Font }),
            new S.Font(new S.Bold(), new S.FontSize { Val = 12 }, new S.FontName { Val = Font }),
            new S.Font(new S.Italic(), new S.FontSize { Val = 10 }, new S.FontName { Val = Font }))
        {
            Count = 3,
        },
        // The first two are taken for "none" and "grey125" whatever they say; source: Excel's own files.
        new S.Fills(
            new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }),
            new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 }),
            new S.Fill(new S.PatternFill(new S.ForegroundColor { Rgb = "FFE7E6E6" })
            {
                PatternType = S.PatternValues.Solid,
            }))
        {
            Count = 3,
        },
        new S.Borders(new S.Border(
            new S.LeftBorder(), new S.RightBorder(), new S.TopBorder(), new S.BottomBorder(), new S.DiagonalBorder()))
        {
            Count = 1,
        },
        new S.CellStyleFormats(new S.CellFormat()) { Count = 1 },
        new S.CellFormats(
            Format(GeneralFormat, font: 0, fill: 0),
            Format(TextFormat, font: 1, fill: 2),
            Format(TextFormat, font: 2, fill: 0),
            Format(TextFormat, font: 0, fill: 0),
            Format(DateFormat, font: 0, fill: 0))
        {
            Count = 5,
        },
        new S.CellStyles(new S.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static S.CellFormat Format(uint number, uint font, uint fill) => new(
        new S.Alignment { WrapText = true, Vertical = S.VerticalAlignmentValues.Top })
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyAlignment = true,
    };
}
