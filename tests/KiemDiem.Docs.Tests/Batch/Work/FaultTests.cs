using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>What becomes of a batch whose machine, or whose program, fails it.</summary>
public sealed class FaultTests : IDisposable
{
    private const string Id = "lo-hong";

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_store_that_fails_twice_is_tried_again()
    {
        var failures = 0;
        await using var engine = await Engine(
            before: key => IsPart(key) && Interlocked.Increment(ref failures) <= 2 ? throw new IOException() : null);

        await engine.SubmitAsync(Id, 5);
        var status = await engine.EndAsync(Id);

        Assert.Equal((BatchState.Done, 5L, 0L), (status.State, status.Done, status.Failed));
        Assert.Equal(3, failures);
    }

    [Theory]
    [InlineData(typeof(IOException), "storageFailed")]
    [InlineData(typeof(UnauthorizedAccessException), "storageFailed")]
    [InlineData(typeof(TaskCanceledException), "storageFailed")]
    [InlineData(typeof(TimeoutException), "storageFailed")]
    public async Task A_store_that_always_fails_stops_the_batch_until_it_is_mended(Type fault, string code)
    {
        var isBroken = true;
        await using var engine = await Engine(
            before: key => isBroken && IsPart(key) ? throw (Exception)Activator.CreateInstance(fault)! : null,
            change: settings => settings with { MaxAttempts = 2 });

        await engine.SubmitAsync(Id, 25);
        var stopped = await engine.EndAsync(Id);
        isBroken = false;
        await engine.Batches.ResumeAsync(Id, Stop);
        var done = await engine.EndAsync(Id);
        if (done.State == BatchState.Attention)
        {
            // Another chunk had already failed when the store was mended, and said so only now.
            await engine.Batches.ResumeAsync(Id, Stop);
            done = await engine.EndAsync(Id);
        }

        Assert.Equal((BatchState.Attention, code), (stopped.State, stopped.Fault?.Code));
        Assert.Equal((BatchState.Done, 25L, null), (done.State, done.Done, done.Fault));
    }

    [Theory]
    [InlineData("in/", "storageFailed")]
    [InlineData("manifest.csv", "storageFailed")]
    public async Task So_does_one_that_fails_before_or_after_the_records(string part, string code)
    {
        var isBroken = true;
        await using var engine = await Engine(before: key =>
            isBroken && key.Contains(part, StringComparison.Ordinal) ? throw new IOException() : null);

        await engine.SubmitAsync(Id, 25);
        var stopped = await engine.EndAsync(Id);
        isBroken = false;
        await engine.Batches.ResumeAsync(Id, Stop);
        var done = await engine.EndAsync(Id);

        Assert.Equal((BatchState.Attention, code), (stopped.State, stopped.Fault?.Code));
        Assert.Equal((BatchState.Done, 25L), (done.State, done.Done));
    }

    /// <summary>Records that cannot even be told apart cannot be told as failed one by one.</summary>
    [Fact]
    public async Task A_broken_slice_stops_the_batch_and_is_not_tried_for_ever()
    {
        var opened = 0;
        await using var engine = await Engine(
            opened: (key, stream) =>
            {
                if (!key.Contains("/in/", StringComparison.Ordinal))
                    return stream;
                Interlocked.Increment(ref opened);
                return new MemoryStream("{ hỏng"u8.ToArray());
            },
            change: settings => settings with { MaxAttempts = 2 });

        await engine.SubmitAsync(Id, 5);
        var status = await engine.EndAsync(Id);
        var before = opened;
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);

        Assert.Equal((BatchState.Attention, "batchFault"), (status.State, status.Fault?.Code));
        Assert.Equal(before, opened);
    }

    /// <summary>What the store throws is no fault of the machine here, so the program must be wrong.</summary>
    [Fact]
    public async Task A_fault_of_our_own_is_told_record_by_record_and_the_rest_goes_on()
    {
        await using var engine = await Engine(
            before: key => key.EndsWith("-3.pdf", StringComparison.Ordinal) ? throw new NotSupportedException() : null,
            change: settings => settings with { MaxAttempts = 2, ChunkRecords = 2, ChildAfterAttempts = 9 });

        await engine.SubmitAsync(Id, 6);
        var status = await engine.EndAsync(Id);
        var failures = await engine.Batches.FailuresAsync(Id, 0, Stop).ToListAsync(Stop);

        Assert.Equal(BatchState.Done, status.State);
        Assert.Contains(failures, failure => failure.Number == 3);
        Assert.All(failures, failure => Assert.Equal("ownFault", failure.Problems.Single().Code));
        Assert.All(failures, failure => Assert.InRange(failure.Number, 3, 4));
    }

    [Fact]
    public async Task A_batch_that_meets_the_disk_limit_stops_and_goes_on_with_a_higher_one()
    {
        BatchStatus stopped;
        await using (var small = await Engine(change: settings => settings with { DiskLimit = 200_000 }))
        {
            await small.SubmitAsync(Id, 40);
            stopped = await small.EndAsync(Id);
        }

        await using var large = await Engine();
        await large.Batches.ResumeAsync(Id, Stop);
        var done = await large.EndAsync(Id);

        Assert.Equal((BatchState.Attention, "diskLimit"), (stopped.State, stopped.Fault?.Code));
        Assert.InRange(stopped.Bytes, 0, 200_000);
        Assert.Equal((BatchState.Done, 40L), (done.State, done.Done));
    }

    [Fact]
    public async Task A_source_that_passes_the_disk_limit_is_not_kept()
    {
        await using var engine = await Engine(change: settings => settings with { DiskLimit = 1_000 });

        await Assert.ThrowsAsync<DiskLimitException>(() => engine.SubmitAsync(Id, 40));

        Assert.Null(await engine.Batches.FindAsync(Id, Stop));
        var kept = new FileStore(EmbeddedEngine.FolderOf(folder.Path), folder.File("x"), survivesPowerCut: false);
        Assert.Empty(await kept.ListAsync($"{Id}/", Stop).ToListAsync(Stop));
    }

    private static bool IsPart(string key) => key.Contains("/parts/", StringComparison.Ordinal);

    private Task<EmbeddedEngine> Engine(
        Func<string, object?>? before = null,
        Func<string, Stream, Stream>? opened = null,
        Func<BatchSettings, BatchSettings>? change = null) => new EmbeddedEngine(
            folder.Path,
            change,
            store => new FaultyStore(store)
            {
                BeforePut = key =>
                {
                    before?.Invoke(key);
                    return Task.CompletedTask;
                },
                Opened = opened ?? ((_, stream) => stream),
            }).StartedAsync();
}
