using System.Text;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf.Reading;

public static class PdfReaderTests
{
    private static readonly ParsedPdf Ours = PdfCases.Sample("ban-kiem-diem-ca-nhan", "day-du");

    [Fact]
    public static void Values_of_every_kind_are_read()
    {
        var parser = new PdfParser(
            Encoding.Latin1.GetBytes("""
                << /A 12 /B -1.50 % a comment
                   /C#20D [true false null 7 0 R 7 8] /E (a\(b\)(c)\n\101\
                d) /F <FEFF1EA1 4> /G /Tên /H <<>> >>
                """),
            0,
            new ReadBudget());
        var value = parser.RequireDictionary();

        Assert.Equal(12, ((PdfNumber)value["A"]).Whole);
        Assert.Equal(-1.5, ((PdfNumber)value["B"]).Value);
        Assert.Equal(
            [
                new PdfBoolean(true), new PdfBoolean(false), PdfNull.Instance,
                new PdfIndirect(7), new PdfNumber(7), new PdfNumber(8),
            ],
            ((PdfArray)value["C D"]).Items);
        Assert.Equal("a(b)(c)\nAd", ((PdfString)value["E"]).Text);
        Assert.Equal([0xFE, 0xFF, 0x1E, 0xA1, 0x40], ((PdfString)value["F"]).Bytes.ToArray());
        Assert.Empty(((PdfDictionary)value["H"]).Entries);
        Assert.Same(PdfNull.Instance, value["Z"]);
    }

    [Theory]
    [InlineData("--object-streams=disable")]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--qdf")]
    public static void A_file_that_another_program_wrote_anew_says_the_same(string option)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), Ours.Bytes);
        Tool.Run("qpdf", [option, folder.File("a.pdf"), folder.File("b.pdf")]);
        var reader = PdfReader.Open(File.ReadAllBytes(folder.File("b.pdf")));

        Assert.Equal(
            Ours.Reader.Attachment("record.json")!.Value.ToArray(), reader.Attachment("record.json")!.Value.ToArray());
        Assert.Equal("vi-VN", reader.Get<PdfString>(reader.Catalog, "Lang")!.Text);
        Assert.All(reader.ObjectNumbers, number => reader.Resolve(new PdfIndirect(number)));
    }

    [Fact]
    public static void What_was_changed_later_wins()
    {
        var file = Encoding.Latin1.GetString(Ours.Bytes);
        var catalog = ((PdfIndirect)Ours.Reader.Trailer["Root"]).Number;
        var before = file[(file.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var changed = $"{file}{catalog} 0 obj\n<</Type/Catalog/Lang(en)>>\nendobj\n"
            + $"xref\n{catalog} 1\n{file.Length:D10} 00000 n \n"
            + $"trailer\n<</Size 9/Root {catalog} 0 R/Prev {before}>>\nstartxref\n";
        changed += $"{changed.IndexOf("xref\n" + catalog, StringComparison.Ordinal)}\n%%EOF\n";
        var reader = PdfReader.Open(Encoding.Latin1.GetBytes(changed));

        Assert.Equal("en", reader.Get<PdfString>(reader.Catalog, "Lang")!.Text);
        Assert.Equal(Ours.Objects.Count, reader.ObjectNumbers.Count());
    }

    [Fact]
    public static void An_encrypted_file_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.pdf"), Ours.Bytes);
        Tool.Run(
            "qpdf", ["--encrypt", "a", "b", "256", "--", folder.File("a.pdf"), folder.File("b.pdf")]);
        var fault = Assert.Throws<UnreadablePdfException>(
            () => PdfReader.Open(File.ReadAllBytes(folder.File("b.pdf"))));

        Assert.Equal("The file is encrypted.", fault.Message);
    }

    [Fact]
    public static void The_longest_file_that_we_write_is_read_whole()
    {
        var longest = PdfCases.All.MaxBy(pdf => pdf.Bytes.Length)!;
        var reader = PdfReader.Open(longest.Bytes);

        Assert.All(reader.ObjectNumbers, number =>
        {
            if (reader.Resolve(new PdfIndirect(number)) is PdfStream stream)
                reader.Decode(stream);
        });
    }
}
