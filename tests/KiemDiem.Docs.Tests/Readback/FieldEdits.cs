using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

/// <summary>For every kind of field, an edit that somebody makes in Word, and what the record says then.</summary>
internal static class FieldEdits
{
    /// <summary>Every field of every form, filled as in the full sample.</summary>
    public static TheoryData<string, string> Fields()
    {
        var data = new TheoryData<string, string>();
        foreach (var form in Engine.Renderer.Forms.FormIds)
        {
            foreach (var field in Engine.Form(form).Fields)
                data.Add(form, field.Key);
        }

        return data;
    }

    public static FormRecord Full(string form) => Engine.Renderer.Check(File.ReadAllBytes(SampleFiles.All.Single(file =>
        Path.GetFileName(file) == "day-du.json" && Path.GetFileName(Path.GetDirectoryName(file)) == form)))
        .ValueOrThrow();

    public static JsonObject Json(FormRecord record) => JsonNode.Parse(RecordWriter.Write(record))!.AsObject();

    /// <summary>Changes a field in the document as a person would.</summary>
    /// <returns>What the record says then.</returns>
    public static JsonNode InDocument(DocxEdit docx, FormRecord record, FieldDefinition field)
    {
        switch (field)
        {
            case ChoiceField choice when record.Values.ContainsKey(field.Key):
                var before = record.Get<ChoiceValue>(field.Key)!.Choice.Value;
                var after = record.Form.ChoicesOf(choice).First(one => one.Value != before).Value;
                if (docx.Controls($"/{field.Key}#{after}") is not [var box])
                    goto default;
                DocxEdit.Click(Assert.Single(docx.Controls($"/{field.Key}#{before}")));
                DocxEdit.Click(box);
                return after;
            case LongTextField:
                DocxEdit.Type(docx.Controls($"/{field.Key}/0")[0], "Nội dung mới, 21\u201107.");
                var paragraphs = Json(record)[field.Key]!.DeepClone();
                paragraphs[0] = "Nội dung mới, 21-07.";
                return paragraphs;
            case DateField { Print: DatePrint.Words }:
                DocxEdit.Type(docx.Controls($"/{field.Key}#day")[0], "9");
                var date = record.Get<DateValue>(field.Key)!.Date;
                return $"{date.Year}-{date.Month:00}-09";
            case DateField:
                DocxEdit.Type(docx.Controls($"/{field.Key}")[0], "07/8/1999");
                return "1999-08-07";
            case YearField:
                DocxEdit.Type(docx.Controls($"/{field.Key}")[0], "2021");
                return 2021;
            case ChoiceField choice:
                var other = record.Form.ChoicesOf(choice).First(one => one.Value != Value(record, field.Key));
                DocxEdit.Type(docx.Controls($"/{field.Key}")[0], other.Label);
                return other.Value;
            default:
                DocxEdit.Type(docx.Controls($"/{field.Key}")[0], "Chữ mới");
                return "Chữ mới";
        }
    }

    private static string Value(FormRecord record, string key) => record.Get<ChoiceValue>(key)!.Choice.Value;
}
