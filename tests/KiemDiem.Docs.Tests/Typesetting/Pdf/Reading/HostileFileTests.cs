using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using KiemDiem.Docs.Tests.Support;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Typesetting.Pdf.Reading;

/// <summary>Files that want to do harm end in one kind of exception, within a second and 64 MiB.</summary>
[Collection(nameof(Alone))]
public static class HostileFileTests
{
    /// <summary>The machine may be busy with other tests.</summary>
    private const int Tries = 3;

    private const long MostMemory = 64L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    public static TheoryData<string, string> Files => new()
    {
        { "no PDF", "%!PS-Adobe" },
        { "no end", "%PDF-1.7\n" },
        { "the cross-reference leads out of the file", "%PDF-1.7\nstartxref\n99999\n%%EOF" },
        { "its offset is no number", "%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF" },
        { "a table leads to itself", Table("/Prev 9") },
        { "a table has two billion entries", "%PDF-1.7\nxref\n0 2147483647\nstartxref\n9\n%%EOF" },
        { "a table counts past the largest number", WithTable(
            "2147483647 2\n0000000001 00000 n \n0000000001 00000 n \n") },
        { "arrays in arrays", WithRoot(new string('[', 100_000)) },
        { "dictionaries in dictionaries", WithRoot(string.Concat(Enumerable.Repeat("<</A", 100_000))) },
        { "a million numbers", WithRoot("[" + string.Concat(Enumerable.Repeat("0 ", 1_000_000)) + "]") },
        { "a string without an end", WithRoot("(" + new string('a', 1_000_000)) },
        { "a hexadecimal string without an end", WithRoot("<" + new string('a', 1_000_000)) },
        { "a name of a million letters", WithRoot("/" + new string('a', 1_000_000)) },
        { "a number of a million digits", WithRoot(new string('1', 1_000_000)) },
        { "the catalog is a reference to itself", WithRoot("1 0 R") },
        { "the catalog is no dictionary", WithRoot("12") },
        { "the stream is longer than the file", WithRoot("<</Length 2147483647>>stream\n") },
        { "the stream has a length below zero", WithRoot("<</Length -1>>stream\nendstream") },
        { "the length of the stream is the stream", WithRoot("<</Length 1 0 R>>stream\nendstream") },
        { "a stream of another kind", WithAttachment("/Filter/LZWDecode", "abc") },
        { "a stream that cannot be inflated", WithAttachment("/Filter/FlateDecode", "abc") },
        { "a bomb", WithAttachment("/Filter/FlateDecode", Bomb(500 * 1024 * 1024)) },
        { "a bomb with a predictor", WithAttachment(
            "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>", Bomb(1024 * 1024)) },
        { "a predictor of no columns", WithAttachment(
            "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns -5>>", Bomb(1024)) },
        { "two hundred thousand associated files", WithRoot(
            "<</AF[" + string.Concat(Enumerable.Repeat("1 0 R ", 200_000)) + "]>>") },
        { "blanks without end, looked at again and again", WithRoot(
            "<</AF[" + string.Concat(Enumerable.Range(2, 90).Select(i => $"{i} 0 R ")) + "]>>",
            string.Concat(Enumerable.Repeat("0000000300 00000 n \n", 90)), new string(' ', 8_000_000)) },
        { "a cross-reference stream of wide fields", CrossReferenceStream("/W[2000000000 4 4]/Size 9", "abc") },
        { "a cross-reference stream of no fields", CrossReferenceStream("/W[0 0 0]/Size 2147483647", "") },
        { "a cross-reference stream that is a bomb", CrossReferenceStream(
            "/W[1 2 1]/Size 2147483647/Filter/FlateDecode", Bomb(500 * 1024 * 1024)) },
        { "an object stream inside itself", CrossReferenceStream(
            "/W[1 1 1]/Index[1 1]/Size 2/Root 1 0 R", "\u0002\u0001\u0000") },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public static void It_ends_soon_with_little_memory(string what, string file)
    {
        var bytes = Encoding.Latin1.GetBytes(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(TryAttachment(bytes));
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        var soonest = Enumerable.Range(0, Tries).Min(_ => Time(() => TryAttachment(bytes)));

        Assert.True(soonest < MostTime, $"{what}: {soonest}");
        Assert.True(spent < MostMemory, $"{what}: {spent} bytes");
    }

    [Fact]
    public static void A_file_cut_off_anywhere_is_unreadable_or_whole()
    {
        var whole = PdfCases.Sample("phieu-xin-y-kien", "day-du");
        var bytes = whole.Bytes;
        for (var length = 0; length < bytes.Length - "\n%%EOF\n".Length; length += 37)
            Assert.Null(TryAttachment(bytes[..length]));
        Assert.Equal(
            whole.Reader.Attachment("record.json")!.Value.ToArray(), TryAttachment(bytes[..^1])!.Value.ToArray());
    }

    [Fact]
    public static void A_file_with_changed_bytes_never_brings_the_reader_down()
    {
        var bytes = PdfCases.Sample("phieu-xin-y-kien", "day-du").Bytes;
        var random = new PCG(1, 213);
        for (var i = 0; i < 3000; i++)
        {
            var changed = bytes.ToArray();
            for (var j = 0; j < 1 + (i % 9); j++)
                changed[random.Next((uint)changed.Length)] = (byte)random.Next(256);
            TryEverything(changed);
        }
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static ReadOnlyMemory<byte>? TryAttachment(byte[] bytes)
    {
        try
        {
            return PdfReader.Open(bytes).Attachment("record.json");
        }
        catch (UnreadablePdfException)
        {
            return null;
        }
    }

    private static void TryEverything(byte[] bytes)
    {
        try
        {
            var reader = PdfReader.Open(bytes);
            foreach (var number in reader.ObjectNumbers)
            {
                if (reader.Resolve(new PdfIndirect(number)) is PdfStream stream)
                    reader.Decode(stream);
            }
        }
        catch (UnreadablePdfException)
        {
            // As it should be.
        }
    }

    private static string Table(string entries) =>
        $"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1{entries}>>\nstartxref\n9\n%%EOF";

    private static string WithTable(string sections) =>
        $"%PDF-1.7\nxref\n{sections}trailer\n<</Size 1>>\nstartxref\n9\n%%EOF";

    /// <summary>Object 1 is the catalog; what else the table has, and what stands at offset 300 and on.</summary>
    private static string WithRoot(string value, string entries = "", string padding = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        file.Append(' ', 300 - file.Length).Append(padding);
        var at = file.Length;
        file.Append("1 0 obj\n").Append(value).Append("\nendobj\n");
        var table = file.Length;
        var count = 2 + (entries.Length / 20);
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {count}\n0000000000 65535 f \n");
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at:D10} 00000 n \n").Append(entries);
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size {count}/Root 1 0 R>>\n");
        return file.Append(System.Globalization.CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF").ToString();
    }

    /// <summary>A catalog with an associated file whose stream is object 2, where its table says.</summary>
    private static string WithAttachment(string entries, string content)
    {
        var stream = $"2 0 obj\n<</Length {content.Length}{entries}>>stream\n{content}\nendstream\nendobj\n";
        return WithRoot(
            "<</AF[<</F(record.json)/EF<</F 2 0 R>>>>]>>", "0000000300 00000 n \n", stream);
    }

    private static string CrossReferenceStream(string entries, string content) =>
        $"%PDF-1.7\n1 0 obj\n<</Type/XRef{entries}/Length {content.Length}>>stream\n{content}\nendstream\nendobj\n"
        + "startxref\n9\n%%EOF";

    private static string Bomb(int length)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
                deflate.Write(zeros, 0, Math.Min(left, zeros.Length));
        }

        return Encoding.Latin1.GetString(deflated.ToArray());
    }
}
