using BenchmarkDotNet.Attributes;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Typesetting.Docx;
using KiemDiem.Docs.Typesetting.Fonts;
using KiemDiem.Docs.Typesetting.Layout;
using KiemDiem.Docs.Typesetting.Model;
using KiemDiem.Docs.Typesetting.Pdf;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>Each phase alone, warm, on one core, for a record of about 400 and one of about 2,500 words.</summary>
[MemoryDiagnoser]
public class PhaseBenchmarks
{
    private readonly FontLibrary fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "fonts"));
    private string[] words = [];
    private byte[] json = [];
    private FormRecord record = null!;
    private Document document = null!;
    private LaidOutDocument laidOut = null!;

    [Params("short", "long")]
    public string Record { get; set; } = string.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        json = Record == "short" ? Records.Short : Records.Long;
        record = Records.Check(json);
        document = FormComposer.Compose(record, fonts);
        laidOut = LayoutEngine.LayOut(document, fonts);
        words =
        [
            .. record.Values.Values.OfType<LongTextValue>()
                .SelectMany(text => text.Paragraphs)
                .SelectMany(text => text.Split(' ')),
        ];
    }

    [Benchmark]
    public FormRecord Check() => Records.Check(json);

    [Benchmark]
    public Document Compose() => FormComposer.Compose(record, fonts);

    [Benchmark]
    public int Shape()
    {
        var face = fonts.Face("Times New Roman", default);
        var width = 0;
        foreach (var word in words)
            width += face.Shape(word).Width;
        return width;
    }

    [Benchmark]
    public LaidOutDocument LayOut() => LayoutEngine.LayOut(document, fonts);

    [Benchmark]
    public byte[] WritePdf() => PdfWriter.Write(laidOut);

    [Benchmark]
    public byte[] WriteDocx() => DocxWriter.Write(document);

    [Benchmark]
    public byte[] JsonToPdf() => Records.Renderer.RenderPdf(Records.Check(json));

    [Benchmark]
    public byte[] JsonToDocx() => Records.Renderer.RenderDocx(Records.Check(json));

    [Benchmark]
    public byte[]? JsonToPng() => Records.Renderer.RenderPng(Records.Check(json), 1);
}
