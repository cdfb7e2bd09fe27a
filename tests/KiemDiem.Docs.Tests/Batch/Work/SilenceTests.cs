using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>No log holds a value of a record, or the name of a file, which is a person's.</summary>
public sealed class SilenceTests : IDisposable
{
    private const string Id = "lo-kin";
    private const string Person = "Bí Mật";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Wherever the store fails, it names the file.</summary>
    [Theory]
    [InlineData("/in/")]
    [InlineData(".pdf")]
    [InlineData("/parts/")]
    [InlineData("manifest.csv")]
    public async Task A_store_that_names_its_file_is_not_repeated(string part)
    {
        using var log = new KeptLog();
        await using var engine = await new EmbeddedEngine(
            folder.Path,
            settings => settings with { MaxAttempts = 2 },
            store => new FaultyStore(store)
            {
                BeforePut = key => key.Contains(part, StringComparison.Ordinal)
                    ? throw new IOException($"Could not write /home/{Person}/{key}")
                    : Task.CompletedTask,
            },
            logs: log).StartedAsync();

        await engine.SubmitAsync(Id, [EmbeddedEngine.Record(1).Replace("Văn A", Person, StringComparison.Ordinal)]);
        var status = await engine.EndAsync(Id);

        Assert.Equal(BatchState.Attention, status.State);
        Assert.Contains(log.Lines, line => line.Contains("storageFailed", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, IsTelling);
        Assert.DoesNotContain(Person, status.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_the_command_says_much_and_tells_nothing()
    {
        using var batch = new BatchFolder();
        var source = batch.Put(
            "a.ndjson", Records.Bad, Records.Good.Replace("Văn An", Person, StringComparison.Ordinal));

        var run = await CommandRun.ProcessAsync(
            new Dictionary<string, string>(),
            "batch", source, "-o", batch.Output, "--verbose",
            "--form-templates", Repository.FormTemplates, "--fonts", Repository.Fonts);

        Assert.Equal(1, run.Code);
        Assert.Contains("Batch lo is done: 1 records, 1 with problems", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bí-Mật", run.Error + run.Output, StringComparison.Ordinal);
    }

    private static bool IsTelling(string line) => line.Contains(Person, StringComparison.Ordinal)
        || line.Contains("Bí-Mật", StringComparison.Ordinal) || line.Contains("/home/", StringComparison.Ordinal);
}
