using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Support;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using ShownText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace KiemDiem.Docs.Tests.Batch.Sources;

public static class WorkbookTemplateTests
{
    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Theory]
    [MemberData(nameof(Forms))]
    public static void The_template_of_each_form_is_valid_and_always_the_same(string id)
    {
        var bytes = Bytes(id);
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(bytes, Bytes(id));
    }

    /// <summary>The row of help is no record, and nothing else is there.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void An_empty_template_has_no_records(string id) =>
        Assert.Empty(Made.Records("a.xlsx", Bytes(id)));

    /// <summary>All of it as text, as the cells of the template have it; the sheet's name tells the form.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public static void A_filled_template_gives_the_record_that_was_typed(string id)
    {
        var form = Engine.Form(id);

        var record = Assert.Single(Made.Records("a.xlsx", Filled(form)));

        Assert.Equal(3, record.Place.Line);
        var check = Engine.Renderer.Check(record.Json);
        Assert.Empty(check.Problems);
        Assert.Equal(
            RecordSample.Filled(form).Select(property => $"{property.Key}: {property.Value!.ToJsonString()}").Order(),
            record.Json().AsObject().Select(property => $"{property.Key}: {Single(property.Value!)}").Order());

        string Single(System.Text.Json.Nodes.JsonNode value) =>
            RecordSample.Filled(form).Any(property =>
                property.Value is System.Text.Json.Nodes.JsonArray { Count: 1 } list
                && list[0]!.ToJsonString() == value.ToJsonString())
                ? $"[{value.ToJsonString()}]"
                : value.ToJsonString();
    }

    [Fact]
    public static void Choices_offer_the_labels_below_the_help_and_typed_text_stays_text()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Bytes(Made.CaNhan)), isEditable: false);
        var part = file.WorkbookPart!.WorksheetParts.First();
        var rules = part.Worksheet!.Descendants<DataValidation>().ToList();
        var formats = file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();

        Assert.Contains(rules, rule => rule.Formula1!.Text == "\"Xuất sắc,Tốt,Trung bình,Kém\"");
        Assert.All(
            rules, rule => Assert.Contains("3:", rule.SequenceOfReferences!.InnerText, StringComparison.Ordinal));
        Assert.All(
            part.Worksheet.Descendants<Column>(),
            column => Assert.Equal(49u, formats[(int)column.Style!.Value].NumberFormatId!.Value));
        Assert.Equal(PaneStateValues.Frozen, part.Worksheet.Descendants<Pane>().Single().State!.Value);
    }

    /// <summary>Types the form's own examples into the third row, as text.</summary>
    private static byte[] Filled(FormDefinition form)
    {
        using var target = new MemoryStream();
        target.Write(Bytes(form.Id));
        using (var file = SpreadsheetDocument.Open(target, isEditable: true))
        {
            var book = file.WorkbookPart!;
            var part = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().First().Id!.Value!);
            var row = new Row { RowIndex = 3 };
            var column = 1;
            foreach (var field in form.Fields)
            {
                row.AppendChild(new Cell(new InlineString(new ShownText(Typed(field, form))))
                {
                    CellReference = KiemDiem.Docs.Batch.Sheets.CellName.Of(column++, 2),
                    DataType = CellValues.InlineString,
                });
            }

            part.Worksheet!.GetFirstChild<SheetData>()!.AppendChild(row);
        }

        return target.ToArray();
    }

    private static string Typed(FieldDefinition field, FormDefinition form) => field switch
    {
        LongTextField text => string.Join('\n', text.Example),
        ChoiceField choice => form.ChoicesOf(choice).Single(one => one.Value == choice.Example).Label,
        _ => RecordSample.Filled(form)[field.Key]!.ToString(),
    };

    private static byte[] Bytes(string id)
    {
        using var target = new MemoryStream();
        WorkbookTemplate.Write(Engine.Form(id), target);
        return target.ToArray();
    }
}
