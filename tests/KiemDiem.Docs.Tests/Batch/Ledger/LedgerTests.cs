using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Batch.Ledger;

/// <summary>The ledger says the same over either database.</summary>
public abstract class LedgerTests : IAsyncLifetime
{
    private const string Id = "lo-1";
    private const string Program = "p1";

    private LedgerDatabase? database;

    private protected abstract LedgerDatabase Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private BatchLedger Ledger { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        database = Open();
        Ledger = new BatchLedger(database, TimeProvider.System);
        await Ledger.CreateTablesAsync(Stop);
        await Ledger.CreateTablesAsync(Stop);
        foreach (var batch in await Ledger.ActiveAsync(Stop))
            await Ledger.DeleteAsync(batch.Order.Id, Stop);
        await Ledger.DeleteAsync(Id, Stop);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_handed_in_is_what_is_found()
    {
        var order = Order();

        Assert.True(await Ledger.CreateAsync(order, Stop));
        Assert.False(await Ledger.CreateAsync(order with { Renderer = "p2" }, Stop));

        var found = (await Ledger.FindAsync(Id, Stop))!;
        Assert.Equal(BatchState.Ingesting, found.State);
        Assert.Equal(order.Options.Formats, found.Order.Options.Formats);
        Assert.Equal((Program, 7L, 200), (found.Order.Renderer, found.Order.InputBytes, found.Order.ChunkRecords));
        Assert.Equal(order.Created.ToUnixTimeMilliseconds(), found.Order.Created.ToUnixTimeMilliseconds());
        Assert.Equal((null, null, null), (found.Total, found.Finished, found.Fault));
        Assert.Null(await Ledger.FindAsync("lo-2", Stop));
    }

    [Fact]
    public async Task A_chunk_is_done_once_whoever_was_begun()
    {
        await CreateAsync(chunks: 2);

        var first = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;
        var second = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;
        var won = await Ledger.FinishChunkAsync(Id, 1, new ChunkOutcome("b", 9, 1, 100), Stop);
        var lost = await Ledger.FinishChunkAsync(Id, 1, new ChunkOutcome("a", 10, 0, 200), Stop);

        Assert.Equal((1, 2), (first.Attempt, second.Attempt));
        Assert.Equal((true, false), (won, lost));
        Assert.Null(await Ledger.StartChunkAsync(Id, 1, Program, Stop));
        Assert.Equal([new DonePart(1, "b", true)], await Ledger.PartsAsync(Id, Stop));
        Assert.Equal(new ChunkSums(1, 9, 1, 10, 100), await Ledger.SumsAsync(Id, Stop));
        Assert.Equal(7 + 100, await Ledger.BytesAsync(Stop));
        Assert.Equal([2], await Ledger.PendingAsync(Id, Stop));
    }

    [Fact]
    public async Task Another_program_begins_nothing()
    {
        await CreateAsync(chunks: 1);

        Assert.Null(await Ledger.StartChunkAsync(Id, 1, "p2", Stop));
        Assert.NotNull(await Ledger.StartChunkAsync(Id, 1, Program, Stop));
    }

    [Fact]
    public async Task What_is_given_back_was_no_attempt_unless_another_has_begun_it()
    {
        await CreateAsync(chunks: 1);

        var first = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;
        await Ledger.GiveBackChunkAsync(Id, first, Stop);
        var again = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;
        var other = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;
        await Ledger.GiveBackChunkAsync(Id, again, Stop);
        var third = (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!;

        Assert.Equal((1, 1, 2, 3), (first.Attempt, again.Attempt, other.Attempt, third.Attempt));
    }

    [Fact]
    public async Task A_batch_stops_once_and_goes_on_with_new_attempts()
    {
        await CreateAsync(chunks: 1);
        await Ledger.FinishIngestAsync(Id, 10, Stop);
        await Ledger.StartChunkAsync(Id, 1, Program, Stop);

        Assert.False(await Ledger.ResumeAsync(Id, Stop));
        Assert.Equal(2, (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!.Attempt);
        Assert.True(await Ledger.EndAsync(Id, BatchState.Attention, FoundInBatch.DiskFull(), Stop));
        Assert.False(await Ledger.EndAsync(Id, BatchState.Cancelled, null, Stop));
        var stopped = (await Ledger.FindAsync(Id, Stop))!;
        Assert.Null(await Ledger.StartChunkAsync(Id, 1, Program, Stop));
        Assert.Empty(await Ledger.ActiveAsync(Stop));
        Assert.True(await Ledger.ResumeAsync(Id, Stop));
        var resumed = (await Ledger.FindAsync(Id, Stop))!;

        Assert.Equal((BatchState.Attention, FoundInBatch.DiskFull()), (stopped.State, stopped.Fault));
        Assert.NotNull(stopped.Finished);
        Assert.Equal((BatchState.Running, null, null), (resumed.State, resumed.Fault, resumed.Finished));
        Assert.Equal(1, (await Ledger.StartChunkAsync(Id, 1, Program, Stop))!.Attempt);
    }

    [Fact]
    public async Task A_source_that_was_not_read_to_its_end_is_read_on()
    {
        await CreateAsync(chunks: 3);
        await Ledger.AddChunkAsync(Id, 3, Stop);

        Assert.Equal(3, await Ledger.ChunksAsync(Id, Stop));
        await Ledger.EndAsync(Id, BatchState.Cancelled, null, Stop);
        await Ledger.ResumeAsync(Id, Stop);

        Assert.Equal(BatchState.Ingesting, (await Ledger.FindAsync(Id, Stop))!.State);
    }

    [Fact]
    public async Task What_has_ended_expires_and_is_gone_with_its_chunks()
    {
        await CreateAsync(chunks: 1);
        Assert.Empty(await Ledger.EndedBeforeAsync(DateTimeOffset.MaxValue, Stop));
        await Ledger.EndAsync(Id, BatchState.Done, null, Stop);

        Assert.Empty(await Ledger.EndedBeforeAsync(DateTimeOffset.UtcNow.AddMinutes(-1), Stop));
        Assert.Equal([Id], await Ledger.EndedBeforeAsync(DateTimeOffset.UtcNow.AddMinutes(1), Stop));
        await Ledger.DeleteAsync(Id, Stop);

        Assert.Null(await Ledger.FindAsync(Id, Stop));
        Assert.Equal(0, await Ledger.ChunksAsync(Id, Stop));
    }

    [Fact]
    public async Task Many_at_once_each_begin_and_end_their_own()
    {
        await CreateAsync(chunks: 40);

        await Parallel.ForAsync(1, 41, Stop, async (number, stop) =>
        {
            Assert.NotNull(await Ledger.StartChunkAsync(Id, number, Program, stop));
            Assert.True(await Ledger.FinishChunkAsync(Id, number, new ChunkOutcome("p", 1, 0, 1), stop));
        });

        Assert.Equal(new ChunkSums(0, 40, 0, 40, 40), await Ledger.SumsAsync(Id, Stop));
    }

    private static BatchOrder Order() => new(
        Id,
        new BatchOptions { Formats = ["pdf", "docx"] },
        new BatchSource(null, ["a.csv"], "f"),
        "00ff",
        Program,
        InputBytes: 7,
        ChunkRecords: 200,
        DateTimeOffset.UtcNow);

    private async Task CreateAsync(int chunks)
    {
        await Ledger.CreateAsync(Order(), Stop);
        for (var number = 1; number <= chunks; number++)
            await Ledger.AddChunkAsync(Id, number, Stop);
    }
}

public sealed class SqliteLedgerTests : LedgerTests
{
    private readonly TempFolder folder = new();

    private protected override LedgerDatabase Open() =>
        LedgerDatabase.Of(new BatchSettings { DataDir = folder.Path });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class PostgresLedgerTests(FreshDatabase fresh) : LedgerTests, IClassFixture<FreshDatabase>
{
    private protected override LedgerDatabase Open() => LedgerDatabase.Of(new BatchSettings
    {
        Mode = BatchMode.Cluster,
        DataDir = "",
        ConnectionString = fresh.ConnectionString,
    });
}
