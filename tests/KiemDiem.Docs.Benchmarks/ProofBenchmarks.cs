using BenchmarkDotNet.Attributes;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Paint;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>What it costs to look at a finished file before it leaves, for the records of the other phases.</summary>
[MemoryDiagnoser]
public class ProofBenchmarks
{
    private readonly FontLibrary fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "fonts"));
    private FormRecord record = null!;
    private LaidOutDocument laidOut = null!;
    private byte[] pdf = [];
    private byte[] docx = [];
    private byte[] png = [];

    [Params("short", "long")]
    public string Record { get; set; } = string.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        record = Records.Check(Record == "short" ? Records.Short : Records.Long);
        var document = FormComposer.Compose(record, fonts);
        laidOut = LayoutEngine.LayOut(document, fonts);
        pdf = PdfWriter.Write(laidOut, [RecordAttachment.Of(record)]);
        docx = DocxWriter.Write(document, RecordAttachment.Of(record));
        png = PngPainter.Paint(laidOut, 1, FormRenderer.DefaultDotsPerInch);
    }

    [Benchmark]
    public ProvenFile ProvePdf() => FileProof.Pdf(record, laidOut, pdf);

    [Benchmark]
    public ProvenFile ProveDocx() => FileProof.Docx(record, fonts, docx);

    [Benchmark]
    public IReadOnlyList<ProvenFile> ProvePng() => FileProof.Pages(
        record, laidOut, PngPainter.SizeOf(laidOut.Document.Page, FormRenderer.DefaultDotsPerInch), [png]);

    /// <summary>What the tag of an answer costs.</summary>
    [Benchmark]
    public string Sum() => new ProvenFile(pdf, [], null).Sha256;
}
