using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using KiemDiem.Docs.Typesetting.Pdf.Reading;
using UglyToad.PdfPig;

namespace KiemDiem.Docs.Benchmarks;

/// <summary>
/// How many times the time that zlib alone needs for the bytes of a file's own streams a whole render takes: a figure
/// that means the same on every machine. Both are taken in turns in one run; the medians are compared.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 400;
    private const int Renders = 1000;

    public static void Print()
    {
        WarmUp();
        Print("short", Records.Short);
        Print("long", Records.Long);
        PrintMemory();
    }

    /// <summary>The compiler takes its time; what is measured first must not pay for it.</summary>
    private static void WarmUp()
    {
        for (var i = 0; i < Renders; i++)
        {
            Records.Renderer.RenderPdf(Records.Check(Records.Short));
            Records.Renderer.RenderDocx(Records.Check(Records.Short));
        }
    }

    private static void Print(string name, byte[] json)
    {
        var pdf = Records.Renderer.RenderPdf(Records.Check(json));
        var docx = Records.Renderer.RenderDocx(Records.Check(json));
        var (pdfStreams, docxStreams) = (StreamsOfPdf(pdf), StreamsOfDocx(docx));
        Say($"{name}: {Records.Words(json)} words, {Pages(pdf)} pages");
        Say($"  PDF {pdf.Length} bytes, DOCX {docx.Length} bytes");

        Compare("PDF ", () => Records.Renderer.RenderPdf(Records.Check(json)), pdfStreams);
        Compare("DOCX", () => Records.Renderer.RenderDocx(Records.Check(json)), docxStreams);
        var prepared = new ProofBenchmarks { Record = name };
        prepared.Prepare();
        Share("PDF ", () => Records.Renderer.RenderPdf(Records.Check(json)), () => prepared.ProvePdf());
        Share("DOCX", () => Records.Renderer.RenderDocx(Records.Check(json)), () => prepared.ProveDocx());
        Share("PNG ", () => Records.Renderer.RenderPng(Records.Check(json), 1), () => prepared.ProvePng());
    }

    /// <summary>How much of a whole render our own checks take; both in turns, as above.</summary>
    private static void Share(string name, Action render, Action prove)
    {
        var (whole, proof) = InTurns(render, prove);
        Say($"  {name} proof {proof:0.000} ms of {whole:0.000} ms: {100 * proof / (whole - proof):0} % on top");
    }

    private static (double One, double Other) InTurns(Action one, Action other)
    {
        var (ones, others) = (new double[Rounds], new double[Rounds]);
        for (var i = -Rounds; i < Rounds; i++)
        {
            var (first, second) = (Time(one), Time(other));
            if (i >= 0)
                (ones[i], others[i]) = (first, second);
        }

        return (Median(ones), Median(others));
    }

    private static void Compare(string name, Func<byte[]> render, IReadOnlyList<byte[]> streams)
    {
        var (whole, zlib) = InTurns(() => render(), () => Deflate(streams));
        var (size, ratio) = (streams.Sum(stream => stream.Length), whole / zlib);
        Say($"  {name} {whole:0.000} ms; zlib level 6 of its {size} bytes {zlib:0.000} ms; ratio {ratio:0.00}");
    }

    private static void PrintMemory()
    {
        for (var i = 0; i < Renders; i++)
        {
            Records.Renderer.RenderPdf(Records.Check(Records.Long));
            Records.Renderer.RenderDocx(Records.Check(Records.Long));
        }

        using var process = Process.GetCurrentProcess();
        var (resident, highest) = (process.WorkingSet64 / 1048576, process.PeakWorkingSet64 / 1048576);
        Say($"resident after {Renders} renders of both: {resident} MB, highest {highest} MB");
    }

    private static int Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    /// <summary>The streams that are deflated; the metadata are not.</summary>
    private static List<byte[]> StreamsOfPdf(byte[] pdf)
    {
        var reader = PdfReader.Open(pdf);
        return [.. reader.ObjectNumbers
            .Select(number => reader.Resolve(new PdfIndirect(number)))
            .OfType<PdfStream>()
            .Where(stream => stream.Dictionary["Filter"] is PdfName)
            .Select(stream => reader.Decode(stream).ToArray())];
    }

    private static List<byte[]> StreamsOfDocx(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        })];
    }

    private static void Deflate(IReadOnlyList<byte[]> streams)
    {
        foreach (var stream in streams)
        {
            using var target = new MemoryStream(stream.Length);
            using var deflate = new ZLibStream(target, CompressionLevel.Optimal);
            deflate.Write(stream);
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
