using System.Diagnostics;
using System.Text;
using KiemDiem.Docs.Readback;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Readback;

/// <summary>Files not ours, or that want to do harm, are refused soon, with little memory and a sentence.</summary>
public static class RefusalTests
{
    private const long MostMemory = 64L * 1024 * 1024;

    public static TheoryData<string> Hostile => [.. HostileDocx.All.Keys];

    public static TheoryData<string, byte[]> Foreign => new()
    {
        { "nothing", [] },
        { "a record", "{\"form\":\"phieu-xin-y-kien\"}"u8.ToArray() },
        { "a page", Engine.Renderer.RenderPng(FieldEdits.Full("phieu-xin-y-kien"), 1)! },
        { "an empty package", DocxEdit.Zip([]) },
        { "a package of something else", DocxEdit.Zip([KeyValuePair.Create("mimetype", "application/x"u8.ToArray())]) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public static void A_hostile_file_is_refused_soon_with_little_memory(string what)
    {
        var (make, code) = HostileDocx.All[what];
        var file = make();
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(file));
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"hostile {what}: {clock.ElapsedMilliseconds} ms, {spent / 1024} KiB");

        Assert.Equal(code, refusal.Problem.Code);
        Assert.True(spent < MostMemory, $"{what}: {spent} bytes");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1) || Again(file) < TimeSpan.FromSeconds(1), what);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public static void A_file_of_another_kind_is_refused(string what, byte[] file)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(file));

        Assert.True(refusal.Problem.Code == "foreignFile", what);
    }

    [Fact]
    public static void A_file_cut_off_anywhere_is_refused()
    {
        var whole = Engine.Renderer.RenderDocx(FieldEdits.Full("phieu-nhan-xet"));
        for (var length = 0; length < whole.Length - 1; length += 97)
            Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(whole.AsMemory(0, length)));
    }

    [Fact]
    public static void A_file_with_changed_bytes_is_read_or_refused_and_nothing_else()
    {
        var whole = Engine.Renderer.RenderDocx(FieldEdits.Full("phieu-nhan-xet"));
        var random = new CsCheck.PCG(1, 19);
        for (var i = 0; i < 2000; i++)
        {
            var changed = whole.ToArray();
            for (var j = 0; j < 1 + (i % 9); j++)
                changed[random.Next((uint)changed.Length)] = (byte)random.Next(256);
            try
            {
                Engine.Renderer.Extract(changed);
            }
            catch (UnreadableFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public static void No_refusal_repeats_anything_of_the_file()
    {
        var docx = new DocxEdit(Engine.Renderer.RenderDocx(FieldEdits.Full("phieu-xin-y-kien")));
        docx.Parts[DocxEdit.DataPart] = Encoding.UTF8.GetBytes(
            $"<d:data xmlns:d=\"{DocxEdit.D}\"><d:original>{{\"hoTen\": Zqx7</d:original></d:data>");

        var refusal = Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(DocxEdit.Zip(docx.Parts)));

        Assert.Equal("brokenFile", refusal.Problem.Code);
        Assert.DoesNotContain("Zqx7", refusal.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The machine may have been busy with something else.</summary>
    private static TimeSpan Again(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        Assert.Throws<UnreadableFileException>(() => Engine.Renderer.Extract(file));
        return clock.Elapsed;
    }
}
