using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Engine;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>Batches in one process: stopped, gone on with, expired, and whose they are.</summary>
public sealed class EmbeddedTests : IDisposable
{
    private const string Id = "lo-nhung";

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_batch_that_is_stopped_is_still_within_two_seconds_and_goes_on_later()
    {
        await using var engine = await new EmbeddedEngine(folder.Path, store: Slow).StartedAsync();
        await engine.SubmitAsync(Id, 100);
        await engine.WaitAsync(Id, status => status.Done > 0);

        var stopped = (await engine.Batches.CancelAsync(Id, Stop))!;
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        var files = await FilesAsync(engine);
        var kept = (await engine.Batches.FindAsync(Id, Stop))!;
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);

        Assert.Equal(BatchState.Cancelled, stopped.State);
        Assert.InRange(kept.Done, 1, 99);
        Assert.Equal(files, await FilesAsync(engine));
        Assert.Equal(kept.Done, await engine.Batches.ResultsAsync(Id, Stop).LongCountAsync(Stop));

        await engine.Batches.ResumeAsync(Id, Stop);
        var done = await engine.EndAsync(Id);
        Assert.Equal((BatchState.Done, 100L), (done.State, done.Done));
        Assert.Equal(100, (await FilesAsync(engine)).Count(file => file.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    /// <summary>Its slices must still be there: what failed is copied from them.</summary>
    [Fact]
    public async Task Stopped_while_its_lists_are_written_a_batch_can_still_go_on()
    {
        var listing = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var engine = await new EmbeddedEngine(folder.Path, store: store => new FaultyStore(store)
        {
            BeforePut = key =>
            {
                if (!key.EndsWith("manifest.json", StringComparison.Ordinal))
                    return Task.CompletedTask;
                listing.TrySetResult();
                return goOn.Task;
            },
        }).StartedAsync();
        await engine.SubmitAsync(Id, ["[1]", """{"form":"khong-co"}""", EmbeddedEngine.Record(3)]);
        await listing.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await engine.Batches.CancelAsync(Id, Stop);
        goOn.SetResult();
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        await engine.Batches.ResumeAsync(Id, Stop);
        var done = await engine.EndAsync(Id);

        Assert.Equal((BatchState.Done, 1L, 2L), (done.State, done.Done, done.Failed));
    }

    [Fact]
    public async Task What_has_ended_is_deleted_when_its_time_is_over()
    {
        await using (var engine = await new EmbeddedEngine(folder.Path).StartedAsync())
        {
            await engine.SubmitAsync(Id, 3);
            await engine.EndAsync(Id);
            await engine.SubmitAsync("lo-khac", 3);
            await engine.EndAsync("lo-khac");
            await engine.Batches.CancelAsync("lo-khac", Stop);
        }

        await using var later = await new EmbeddedEngine(
            folder.Path, settings => settings with { Retention = TimeSpan.FromSeconds(1) }).StartedAsync();
        while (await later.Batches.FindAsync(Id, Stop) is not null)
            await Task.Delay(100, Stop);
        while (await later.Batches.FindAsync("lo-khac", Stop) is not null)
            await Task.Delay(100, Stop);

        Assert.Empty(await FilesAsync(later));
        Assert.Empty(Directory.GetFiles(EmbeddedEngine.FolderOf(folder.Path), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_process_is_refused_the_folder_until_the_first_has_left()
    {
        await using (await new EmbeddedEngine(folder.Path).StartedAsync())
        {
            var second = new EmbeddedEngine(folder.Path);
            await Assert.ThrowsAsync<FolderInUseException>(() => second.Batches.PrepareAsync(Stop));
            await second.DisposeAsync();
        }

        await using var third = new EmbeddedEngine(folder.Path);
        await third.Batches.PrepareAsync(Stop);
    }

    [Fact]
    public async Task Another_program_does_not_go_on_and_the_first_still_can()
    {
        await using (var first = await new EmbeddedEngine(folder.Path, store: Slow).StartedAsync())
        {
            await first.SubmitAsync(Id, 100);
            await first.WaitAsync(Id, status => status.Done > 0);
        }

        await using (var other = await new EmbeddedEngine(folder.Path, program: "fedcba0987654321").StartedAsync())
        {
            var stopped = await other.EndAsync(Id);
            var refused = (await other.Batches.ResumeAsync(Id, Stop))!;
            Assert.Equal((BatchState.Attention, "otherProgram"), (stopped.State, stopped.Fault?.Code));
            Assert.False(stopped.IsOwnProgram);
            Assert.Equal(BatchState.Attention, refused.State);
        }

        await using var again = await new EmbeddedEngine(folder.Path).StartedAsync();
        await again.Batches.ResumeAsync(Id, Stop);
        Assert.Equal(100, (await again.EndAsync(Id)).Done);
    }

    /// <summary>Else its records would fall into other chunks than before, some into none, some into two.</summary>
    [Fact]
    public async Task A_batch_keeps_the_size_of_its_chunks()
    {
        var slices = 0;
        await using (var first = await new EmbeddedEngine(folder.Path, store: store => new FaultyStore(store)
        {
            BeforePut = key => key.Contains("/in/", StringComparison.Ordinal) && Interlocked.Increment(ref slices) > 3
                ? Task.Delay(Timeout.Infinite, Stop)
                : Task.CompletedTask,
        }).StartedAsync())
        {
            await first.SubmitAsync(Id, 95);
            await first.WaitAsync(Id, status => status.Done >= 10);
        }

        await using var again = await new EmbeddedEngine(
            folder.Path, settings => settings with { ChunkRecords = 7 }).StartedAsync();
        var done = await again.EndAsync(Id);

        Assert.Equal((BatchState.Done, 95L, null), (done.State, done.Done, done.Fault?.Code));
        Assert.Equal(
            Enumerable.Range(1, 95).Select(number => (long)number),
            await again.Batches.ResultsAsync(Id, Stop).Select(result => result.Number).ToListAsync(Stop));
    }

    /// <summary>A name may be given again; what its first bearer left must not be taken for the second's.</summary>
    [Fact]
    public async Task What_an_expired_batch_left_is_not_taken_for_anothers()
    {
        await using (var first = await new EmbeddedEngine(folder.Path, store: store => new FaultyStore(store)
        {
            BeforePut = key => key.Contains("/parts/", StringComparison.Ordinal)
                ? Task.Delay(Timeout.Infinite, Stop)
                : Task.CompletedTask,
        }).StartedAsync())
        {
            await first.SubmitAsync(Id, ["""{"form":"khong-co"}"""]);
            await first.WaitAsync(Id, status => status.State == BatchState.Running);
            await Task.Delay(500, Stop);
            await first.Batches.CancelAsync(Id, Stop);
        }

        await using (var later = await new EmbeddedEngine(
            folder.Path, settings => settings with { Retention = TimeSpan.FromMilliseconds(1) }).StartedAsync())
        {
            while (await later.Batches.FindAsync(Id, Stop) is not null)
                await Task.Delay(100, Stop);
        }

        await using var second = await new EmbeddedEngine(folder.Path).StartedAsync();
        await second.SubmitAsync(Id, 1);
        Assert.Equal(1, (await second.EndAsync(Id)).Done);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_removed()
    {
        Directory.CreateDirectory(folder.File("scratch/x"));
        await File.WriteAllTextAsync(folder.File("scratch/a"), "Nguyễn Văn A", Stop);
        await File.WriteAllTextAsync(folder.File("scratch/x/b"), "Nguyễn Văn A", Stop);

        await using var engine = await new EmbeddedEngine(folder.Path).StartedAsync();

        Assert.False(Directory.Exists(folder.File("scratch/x")));
        Assert.False(File.Exists(folder.File("scratch/a")));
    }

    [Fact]
    public async Task The_state_is_kept_so_that_readers_do_not_wait()
    {
        await using var engine = await new EmbeddedEngine(folder.Path).StartedAsync();
        await using var database = LedgerDatabase.Of(new BatchSettings { DataDir = folder.Path });

        Assert.Equal(["wal"], await database.Source.ReadAsync("PRAGMA journal_mode", row => row.GetString(0), Stop));
    }

    private static FaultyStore Slow(IObjectStore store) => new(store)
    {
        BeforePut = key => key.EndsWith(".pdf", StringComparison.Ordinal) ? Task.Delay(20) : Task.CompletedTask,
    };

    private static async Task<IReadOnlyList<string>> FilesAsync(EmbeddedEngine engine) =>
        await engine.Batches.OutputsAsync(Id, Stop).ToListAsync(Stop);
}
