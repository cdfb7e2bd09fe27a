using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Readback;
using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

public static class PdfReadbackTests
{
    public static TheoryData<string> Samples => SampleTests.Samples;

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Theory]
    [MemberData(nameof(Samples))]
    public static void A_PDF_gives_the_record_back_and_the_record_gives_the_PDF(string sample) => AssertRoundTrip(
        Engine.Renderer.Check(File.ReadAllBytes(Path.Combine(Repository.Samples, sample))).ValueOrThrow());

    [Theory]
    [MemberData(nameof(Forms))]
    public static void So_does_that_of_any_record(string form)
    {
        foreach (var record in RandomRecord.Of(Engine.Form(form), seed: 19).Take(60))
            AssertRoundTrip(record);
    }

    private static void AssertRoundTrip(FormRecord record)
    {
        var pdf = Engine.Renderer.RenderPdf(record);

        var extracted = Engine.Renderer.Extract(pdf);

        Assert.Equal(FileKind.Pdf, extracted.Kind);
        Assert.Equal(RecordWriter.Write(record), extracted.Json.ToArray());
        Assert.Equal(record.Form, extracted.Checked.Form);
        Assert.Empty(extracted.Edited);
        Assert.Equal(pdf, Engine.Renderer.RenderPdf(extracted.Checked.ValueOrThrow()));
    }

    [Fact]
    public static void A_PDF_without_a_record_is_refused()
    {
        var whole = PdfCases.Sample("phieu-xin-y-kien", "day-du").Bytes;
        // The name stands in the file as a text of two bytes a letter.
        var name = System.Text.Encoding.BigEndianUnicode.GetBytes("record.json");
        var without = whole.ToArray();
        for (var at = without.AsSpan().IndexOf(name); at >= 0; at = without.AsSpan().IndexOf(name))
            without[at + 1] = (byte)'x';

        var refusal = Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(without));

        Assert.Equal(FoundInFile.Foreign(), refusal.Problem);
    }
}
