using System.Collections.Concurrent;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Tests.Cli;
using KiemDiem.Docs.Tests.Support;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>No log holds a value of a record, or the name of a file, which is a person's.</summary>
public sealed class SilenceTests : IDisposable
{
    private const string Id = "lo-kin";
    private const string Person = "Bí Mật";

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    /// <summary>Wherever the store fails, it names the file.</summary>
    [Theory]
    [InlineData("/in/")]
    [InlineData(".pdf")]
    [InlineData("/parts/")]
    [InlineData("manifest.csv")]
    public async Task A_store_that_names_its_file_is_not_repeated(string part)
    {
        using var log = new Lines();
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
        Assert.Contains(log.All, line => line.Contains("storageFailed", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, IsTelling);
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

    /// <summary>All that is logged, with its exceptions, as a log file would have it.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
