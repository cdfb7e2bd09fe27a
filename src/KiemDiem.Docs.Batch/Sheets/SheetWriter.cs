using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace KiemDiem.Docs.Batch.Sheets;

/// <summary>Writes one sheet, element by element.</summary>
internal static partial class SheetWriter
{
    public static void Write(Stream target, Sheet sheet, ChoiceLists lists)
    {
        using var xml = OpenXmlWriter.Create(target);
        xml.WriteStartDocument();
        xml.WriteStartElement(new S.Worksheet());
        if (sheet.FrozenRows > 0)
            xml.WriteElement(Frozen(sheet.FrozenRows));
        if (sheet.Columns.Count > 0)
            xml.WriteElement(Columns(sheet.Columns));
        xml.WriteStartElement(new S.SheetData());
        WriteRows(xml, sheet);
        xml.WriteEndElement();
        if (sheet.Choices.Count > 0)
            xml.WriteElement(Choices(sheet.Choices, lists));
        xml.WriteEndElement();
    }

    private static S.SheetViews Frozen(int rows) => new(new S.SheetView(
        new S.Pane
        {
            VerticalSplit = rows,
            TopLeftCell = CellName.Of(0, rows),
            ActivePane = S.PaneValues.BottomLeft,
            State = S.PaneStateValues.Frozen,
        },
        new S.Selection { Pane = S.PaneValues.BottomLeft, ActiveCell = CellName.Of(0, rows) })
    {
        WorkbookViewId = 0,
    });

    private static S.Columns Columns(IReadOnlyList<SheetColumn> columns) => new(columns.Select((column, index) =>
        new S.Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = WorkbookStyles.IndexOf(column.Look),
        }));

    private static void WriteRows(OpenXmlWriter xml, Sheet sheet)
    {
        var number = 0;
        foreach (var cells in sheet.Rows)
        {
            if (number == Sheet.MaxRows)
                throw new ArgumentException($"A sheet holds at most {Sheet.MaxRows} rows.", nameof(sheet));
            xml.WriteStartElement(new S.Row { RowIndex = (uint)number + 1 });
            for (var column = 0; column < cells.Count; column++)
            {
                if (Write(cells[column], CellName.Of(column, number)) is { } cell)
                    xml.WriteElement(cell);
            }

            xml.WriteEndElement();
            number++;
        }
    }

    private static S.Cell? Write(Cell cell, string name)
    {
        if (cell.Number is { } number)
        {
            return new S.Cell(new S.CellValue(number.ToString(CultureInfo.InvariantCulture)))
            {
                CellReference = name,
                StyleIndex = WorkbookStyles.IndexOf(cell.Look),
            };
        }

        if (string.IsNullOrEmpty(cell.Text))
            return null;
        if (cell.Text.Length > Sheet.MaxText)
            throw new ArgumentException($"{name}: a cell holds at most {Sheet.MaxText} characters.", nameof(cell));
        return new S.Cell(new S.InlineString(
            new S.Text(Escape(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = name,
            DataType = S.CellValues.InlineString,
            StyleIndex = WorkbookStyles.IndexOf(cell.Look),
        };
    }

    /// <summary>
    /// What XML cannot hold is written _xHHHH_, and so is the underscore of a text that looks like that already.
    /// Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
    /// </summary>
    private static string Escape(string text) => Unwritable().Replace(
        text, match => string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));

    private static S.DataValidations Choices(IReadOnlyList<CellChoices> choices, ChoiceLists lists) => new(
        choices.Select(choice => new S.DataValidation(new S.Formula1(lists.FormulaOf(choice.Values)))
        {
            Type = S.DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            Error = choice.Refusal,
            SequenceOfReferences = new ListValue<StringValue>(
            [
                $"{CellName.Of(choice.Column, choice.FirstRow)}:{CellName.Of(choice.Column, Sheet.MaxRows - 1)}",
            ]),
        }))
    {
        Count = (uint)choices.Count,
    };

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Unwritable();
}
