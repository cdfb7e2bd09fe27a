using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Data;

public static class RecordWriterTests
{
    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Fact]
    public static void A_record_is_written_in_the_order_of_its_definition_with_its_letters_as_letters()
    {
        var record = Engine.Record(new JsonObject
        {
            ["namKiemDiem"] = 2022,
            ["hoTen"] = "Nguyễn Văn Ổn",
            ["form"] = "ban-kiem-diem-ca-nhan",
            ["ngaySinh"] = "1978-04",
            ["hanCheKhuyetDiem"] = "Một.\nHai.",
            ["capDoPhamChat"] = "tot",
        });
        var json = Encoding.UTF8.GetString(RecordWriter.Write(record));
        var keys = record.Form.Fields.Select(field => field.Key).Where(record.Values.ContainsKey);

        Assert.Equal(
            ["form", "edition", .. keys], JsonNode.Parse(json)!.AsObject().Select(property => property.Key));
        Assert.Contains("\"hoTen\": \"Nguyễn Văn Ổn\"", json, StringComparison.Ordinal);
        Assert.Contains("\"ngaySinh\": \"1978-04\"", json, StringComparison.Ordinal);
        Assert.Contains("\"namKiemDiem\": 2022", json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_sample_comes_back_as_it_was()
    {
        foreach (var file in SampleFiles.All)
            AssertRoundTrip(Engine.Renderer.Check(File.ReadAllBytes(file)).ValueOrThrow());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public static void Random_records_come_back_as_they_were(string form)
    {
        foreach (var record in RandomRecord.Of(Engine.Form(form), seed: 7).Take(40))
            AssertRoundTrip(record);
    }

    [Fact]
    public static void The_record_inside_a_PDF_makes_the_same_PDF_again() => PdfCases.EachForm(pdf =>
    {
        var record = Engine.Renderer.Check(pdf.Reader.Attachment("record.json")!.Value).ValueOrThrow();
        Assert.Equal(pdf.Bytes, Engine.Renderer.RenderPdf(record));
    });

    [Fact]
    public static void The_edition_that_a_record_names_is_taken_whatever_its_date()
    {
        var form = Engine.Form("ban-kiem-diem-ca-nhan");
        var json = new JsonObject { ["form"] = form.Id, ["edition"] = form.Edition.Id, ["ngayLap"] = "1999-01-01" };

        Assert.Same(form, Engine.Record(json).Form);
        json.Remove("edition");
        Assert.NotEmpty(Check(json).Problems);
    }

    [Theory]
    [InlineData("\"khong-co\"", "unknownEdition", "/edition")]
    [InlineData("7", "wrongType", "/edition")]
    public static void An_unknown_edition_is_a_problem_with_its_place(string edition, string code, string place)
    {
        var problem = Assert.Single(Check(new JsonObject
        {
            ["form"] = "ban-kiem-diem-ca-nhan",
            ["edition"] = JsonNode.Parse(edition),
        }).Problems);

        Assert.Equal((code, place), (problem.Code, problem.Path.Pointer));
    }

    private static CheckedRecord Check(JsonObject json) =>
        Engine.Renderer.Check(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static void AssertRoundTrip(FormRecord record)
    {
        var json = RecordWriter.Write(record);
        var again = Engine.Renderer.Check(json);

        Assert.Empty(again.Problems);
        var read = again.ValueOrThrow();
        Assert.Same(record.Form, read.Form);
        Assert.Equal(record.Values.Keys.Order(), read.Values.Keys.Order());
        Assert.All(record.Values, pair => AssertSame(pair.Value, read.Values[pair.Key]));
        Assert.Equal(json, RecordWriter.Write(read));
    }

    private static void AssertSame(FieldValue expected, FieldValue actual)
    {
        if (expected is LongTextValue text)
            Assert.Equal(text.Paragraphs, Assert.IsType<LongTextValue>(actual).Paragraphs);
        else
            Assert.Equal(expected, actual);
    }
}
