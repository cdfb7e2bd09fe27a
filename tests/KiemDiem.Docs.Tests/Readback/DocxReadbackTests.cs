using KiemDiem.Docs.Data;
using KiemDiem.Docs.Readback;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

public static class DocxReadbackTests
{
    public static TheoryData<string> Samples => SampleTests.Samples;

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    public static TheoryData<string, string> Fields => FieldEdits.Fields();

    [Theory]
    [MemberData(nameof(Samples))]
    public static void A_Word_file_gives_the_record_back_and_the_record_gives_the_Word_file(string sample)
    {
        var json = File.ReadAllBytes(Path.Combine(Repository.Samples, sample));
        AssertRoundTrip(Engine.Renderer.Check(json).ValueOrThrow());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void So_does_that_of_any_record(string form)
    {
        foreach (var record in RandomRecord.Of(Engine.Form(form), seed: 19).Take(60))
            AssertRoundTrip(record);
    }

    /// <summary>Lines that are left out, or say something else, where there is no value have no room for one.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public static void Every_field_has_a_control_and_every_value_is_bound(string sample)
    {
        var record = Engine.Renderer.Check(File.ReadAllBytes(Path.Combine(Repository.Samples, sample))).ValueOrThrow();
        var docx = new DocxEdit(Engine.Renderer.RenderDocx(record));
        var controls = docx.Main.Descendants(DocxEdit.W + "sdt")
            .ToLookup(sdt => DocxEdit.TagOf(sdt)!.Split('/', '#')[1]);
        var bound = docx.Main.Descendants(DocxEdit.W + "dataBinding")
            .Select(binding => DocxEdit.TagOf(binding.Ancestors(DocxEdit.W + "sdt").First())!.Split('/', '#')[1]);

        Assert.Empty(record.Form.Fields.Select(field => field.Key).Except(controls.Select(group => group.Key))
            .Except(["chucVuNguoiKy", "dangUy"]));
        Assert.Empty(record.Values.Keys.Except(bound));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public static void A_field_changed_in_the_document_is_told_and_no_other(string form, string key)
    {
        var record = FieldEdits.Full(form);
        var docx = new DocxEdit(Engine.Renderer.RenderDocx(record));
        var expected = FieldEdits.Json(record);
        expected[key] = FieldEdits.InDocument(docx, record, record.Form.FieldsByKey[key]);

        var extracted = Engine.Renderer.Extract(docx.ToBytes());

        Assert.Equal(["/" + key], extracted.Edited.Select(path => path.Pointer));
        Assert.Empty(extracted.Checked.Problems);
        Assert.Equal(RecordWriter.Write(Engine.Record(expected)), extracted.Json.ToArray());
    }

    private static void AssertRoundTrip(FormRecord record)
    {
        var docx = Engine.Renderer.RenderDocx(record);

        var extracted = Engine.Renderer.Extract(docx);

        Assert.Equal(FileKind.Docx, extracted.Kind);
        Assert.Empty(extracted.Edited);
        Assert.Equal(RecordWriter.Write(record), extracted.Json.ToArray());
        Assert.Equal(docx, Engine.Renderer.RenderDocx(extracted.Checked.ValueOrThrow()));
        Assert.Empty(extracted.Checked.Problems);
        Assert.DoesNotContain(extracted.Checked.Warnings, warning => warning.Code == "lostControl");
    }
}
