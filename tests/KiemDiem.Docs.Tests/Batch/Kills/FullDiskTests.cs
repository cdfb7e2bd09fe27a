using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Kills;

/// <summary>The command batch on a disk that is full: its files, and its own state.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Records = 300;
    private const string Sentence = "Ổ đĩa đã đầy";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<string, string?> AsItIs = [];

    private readonly SmallDisk disk = new(mebibytes: 24);
    private readonly BatchFolder unbroken = new();
    private readonly string source;

    public FullDiskTests() => source = unbroken.Put(
        "nguon.ndjson",
        Enumerable.Range(1, Records).Select(number => number == 9 ? "{" : BatchFolder.Record(number)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Output => disk.File("kq");

    public void Dispose()
    {
        disk.Dispose();
        unbroken.Dispose();
    }

    /// <summary>With more and more room left: too little for the state, for the source, for the files.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1_500)]
    public async Task It_is_told_in_a_sentence_and_goes_on_when_there_is_room(int kibibytes)
    {
        Directory.CreateDirectory(Output);
        var ballast = disk.Fill(kibibytes);
        var (code, said) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains(Sentence, said, StringComparison.Ordinal);
        Assert.Contains("--resume", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);

        File.Delete(ballast);
        await AssertGoesOnAsync();
    }

    /// <summary>Everything is in work, and somebody else takes the last room.</summary>
    [Fact]
    public async Task It_may_become_full_at_any_moment()
    {
        using var process = Start();
        await process.WaitForAsync(
            () => Directory.Exists(Path.Combine(Output, "2022")), Patience, Stop);
        var ballast = disk.Fill();
        var code = await process.WaitForExitAsync(Patience, Stop);

        Assert.Equal(1, code);
        Assert.Contains(Sentence, process.Said, StringComparison.Ordinal);
        File.Delete(ballast);
        await AssertGoesOnAsync();
    }

    private async Task AssertGoesOnAsync()
    {
        var (code, said) = await RunAsync();
        Assert.True(code == 1, said);
        Assert.Contains("299 đạt, 1 có lỗi", said, StringComparison.Ordinal);
        unbroken.Run(source);
        foreach (var list in unbroken.Files)
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(unbroken.Output, list), Stop),
                await File.ReadAllBytesAsync(Path.Combine(Output, list), Stop));
        }
    }

    private async Task<(int Code, string Said)> RunAsync()
    {
        using var process = Start();
        var code = await process.WaitForExitAsync(Patience, Stop);
        return (code, process.Said);
    }

    private WorkerProcess Start() => WorkerProcess.Start(
        AsItIs,
        "batch", source, "-o", Output, "--resume",
        "--form-templates", Repository.FormTemplates, "--fonts", Repository.Fonts);
}
