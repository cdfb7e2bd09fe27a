using KiemDiem.Docs.Batch.Sheets;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Sources;

/// <summary>
/// An empty workbook to fill in, a row a record: headers, a row of help, lists to choose from.
/// </summary>
public static class WorkbookTemplate
{
    /// <summary>What the row of help says in place of a form: none is called like that, so no record is lost.</summary>
    public const string HelpMark = "(Dòng hướng dẫn, không phải hồ sơ)";

    private const string Refusal = "Hãy chọn một mục trong danh sách.";

    /// <summary>Characters that the name of a sheet can have.</summary>
    private const int MaxSheetName = 31;

    private const int FirstRecord = 2;

    /// <summary>Writes the workbook; the same form gives the same bytes.</summary>
    public static void Write(FormDefinition form, Stream output)
    {
        // Its name is the form of rows that name none.
        var name = form.Id.Length <= MaxSheetName ? form.Id : "Hồ sơ";
        WorkbookWriter.Write(output, new Sheet(name, [FormColumn, .. form.Fields.Select(Column)], Rows(form))
        {
            FrozenRows = 1,
            Choices =
            [
                new CellChoices(0, FirstRecord, [form.Title], Refusal),
                .. form.Fields.Select((field, index) => (Field: field as ChoiceField, Column: index + 1))
                    .Where(column => column.Field is not null)
                    .Select(column => new CellChoices(
                        column.Column,
                        FirstRecord,
                        [.. form.ChoicesOf(column.Field!).Select(choice => choice.Label)],
                        Refusal)),
            ],
        });
    }

    private static SheetColumn FormColumn => new(24, CellLook.Text);

    /// <summary>All cells hold text, so that no spreadsheet turns a date around or drops a leading zero.</summary>
    private static SheetColumn Column(FieldDefinition field) => new(
        field switch
        {
            LongTextField => 60,
            TextField => 30,
            ChoiceField => 34,
            _ => 16,
        },
        CellLook.Text);

    private static IEnumerable<IReadOnlyList<Cell>> Rows(FormDefinition form)
    {
        yield return
        [
            Cell.Of(TableForms.FormTitle, CellLook.Header),
            .. form.Fields.Select(field => Cell.Of(TableForms.HeaderOf(form, field), CellLook.Header)),
        ];
        yield return
        [
            Cell.Of(HelpMark, CellLook.Help),
            .. form.Fields.Select(field => Cell.Of(HelpOf(field), CellLook.Help)),
        ];
    }

    private static string HelpOf(FieldDefinition field)
    {
        var kind = field switch
        {
            LongTextField => "Mỗi đoạn một dòng (Alt+Enter); hoặc thêm các cột "
                + $"{field.Key}[1], {field.Key}[2]…",
            DateField => "Ví dụ: 05/12/2022, 12/2022 hoặc 2022.",
            YearField => "Bốn chữ số, ví dụ: 2022.",
            ChoiceField => "Chọn trong danh sách.",
            TextField text => $"Một dòng, tối đa {text.MaxLength} ký tự.",
            _ => null,
        };
        return string.Join('\n', new[] { field.Help, kind, $"Khóa: {field.Key}" }.Where(part => part is not null));
    }
}
