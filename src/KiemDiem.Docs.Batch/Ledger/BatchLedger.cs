using System.Data.Common;
using System.Text.Json;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Ledger;

/// <summary>
/// Decides what is done. Two tables, the same statements on SQLite and PostgreSQL; the queue only delivers, perhaps
/// twice, perhaps late.
/// </summary>
internal sealed class BatchLedger(LedgerDatabase database, TimeProvider clock)
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS kd_batch (
            id TEXT NOT NULL PRIMARY KEY,
            state TEXT NOT NULL,
            total BIGINT,
            options TEXT NOT NULL,
            source TEXT NOT NULL,
            input_sha256 TEXT NOT NULL,
            renderer TEXT NOT NULL,
            input_bytes BIGINT NOT NULL,
            chunk_records INTEGER NOT NULL,
            fault TEXT,
            created_ms BIGINT NOT NULL,
            resumed_ms BIGINT NOT NULL,
            finished_ms BIGINT);
        CREATE TABLE IF NOT EXISTS kd_chunk (
            batch_id TEXT NOT NULL,
            no INTEGER NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            part TEXT,
            done INTEGER NOT NULL,
            failed INTEGER NOT NULL,
            bytes BIGINT NOT NULL,
            started_ms BIGINT,
            done_ms BIGINT,
            PRIMARY KEY (batch_id, no));
        """;

    private const string BatchColumns =
        """
        id, state, total, options, source, input_sha256, renderer, input_bytes, chunk_records, fault, created_ms,
        resumed_ms, finished_ms
        """;

    private DbDataSource Data => database.Source;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task CreateTablesAsync(CancellationToken cancelled)
    {
        if (database.Journal is { } journal)
            await Data.RunAsync(journal, cancelled);
        foreach (var statement in Schema.Split(';', StringSplitOptions.RemoveEmptyEntries))
            await Data.RunAsync(statement, cancelled);
    }

    /// <returns>False where there is a batch of this id already.</returns>
    public async Task<bool> CreateAsync(BatchOrder order, CancellationToken cancelled) => await Data.RunAsync(
        $"""
        INSERT INTO kd_batch ({BatchColumns})
        VALUES (@id, @state, NULL, @options, @source, @input, @renderer, @bytes, @chunk, NULL, @created, @created, NULL)
        ON CONFLICT (id) DO NOTHING
        """,
        cancelled,
        ("id", order.Id),
        ("state", nameof(BatchState.Ingesting)),
        ("options", JsonSerializer.Serialize(order.Options, BatchJson.Default.BatchOptions)),
        ("source", JsonSerializer.Serialize(order.Source, BatchJson.Default.BatchSource)),
        ("input", order.InputSha256),
        ("renderer", order.Renderer),
        ("bytes", order.InputBytes),
        ("chunk", order.ChunkRecords),
        ("created", order.Created.ToUnixTimeMilliseconds())) == 1;

    public async Task<BatchRow?> FindAsync(string id, CancellationToken cancelled) =>
        (await Data.ReadAsync($"SELECT {BatchColumns} FROM kd_batch WHERE id = @id", Read, cancelled, ("id", id)))
            .SingleOrDefault();

    /// <summary>The batches that something is to be done for.</summary>
    public Task<IReadOnlyList<BatchRow>> ActiveAsync(CancellationToken cancelled) => Data.ReadAsync(
        $"SELECT {BatchColumns} FROM kd_batch WHERE state IN ('Ingesting', 'Running') ORDER BY created_ms, id",
        Read,
        cancelled);

    public Task<IReadOnlyList<string>> EndedBeforeAsync(DateTimeOffset time, CancellationToken cancelled) =>
        Data.ReadAsync(
            "SELECT id FROM kd_batch WHERE finished_ms < @time ORDER BY id",
            row => row.GetString(0),
            cancelled,
            ("time", time.ToUnixTimeMilliseconds()));

    public async Task<ChunkSums> SumsAsync(string id, CancellationToken cancelled) => (await Data.ReadAsync(
        """
        SELECT
            CAST(COALESCE(SUM(CASE WHEN c.state = 'pending' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(c.done), 0) AS BIGINT),
            CAST(COALESCE(SUM(c.failed), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN c.done_ms >= b.resumed_ms THEN c.done + c.failed ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(c.bytes), 0) AS BIGINT)
        FROM kd_chunk c JOIN kd_batch b ON b.id = c.batch_id
        WHERE c.batch_id = @id
        """,
        row => new ChunkSums(
            (int)row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetInt64(4)),
        cancelled,
        ("id", id)))[0];

    /// <summary>Bytes that all batches take, sources and files.</summary>
    public async Task<long> BytesAsync(CancellationToken cancelled) => (await Data.ReadAsync(
        """
        SELECT CAST(COALESCE((SELECT SUM(input_bytes) FROM kd_batch), 0)
            + COALESCE((SELECT SUM(bytes) FROM kd_chunk), 0) AS BIGINT)
        """,
        row => row.GetInt64(0),
        cancelled))[0];

    /// <summary>A slice of the source is in the store. A second time changes nothing.</summary>
    public Task AddChunkAsync(string id, int number, CancellationToken cancelled) => Data.RunAsync(
        """
        INSERT INTO kd_chunk (batch_id, no, state, attempts, part, done, failed, bytes, started_ms, done_ms)
        VALUES (@id, @no, 'pending', 0, NULL, 0, 0, 0, NULL, NULL)
        ON CONFLICT (batch_id, no) DO NOTHING
        """,
        cancelled,
        ("id", id),
        ("no", number));

    /// <summary>How many slices of the source are in the store; they are numbered without gaps.</summary>
    public async Task<int> ChunksAsync(string id, CancellationToken cancelled) => (await Data.ReadAsync(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM kd_chunk WHERE batch_id = @id",
        row => (int)row.GetInt64(0),
        cancelled,
        ("id", id)))[0];

    /// <summary>The whole source was read.</summary>
    public Task FinishIngestAsync(string id, long total, CancellationToken cancelled) => Data.RunAsync(
        "UPDATE kd_batch SET state = 'Running', total = @total WHERE id = @id AND state = 'Ingesting'",
        cancelled,
        ("id", id),
        ("total", total));

    /// <returns>Null where there is nothing to do: it is done, its batch stopped, or another program made it.</returns>
    public async Task<StartedChunk?> StartChunkAsync(
        string id, int number, string renderer, CancellationToken cancelled) => (await Data.ReadAsync(
        """
        UPDATE kd_chunk SET attempts = attempts + 1, started_ms = @now
        WHERE batch_id = @id AND no = @no AND state = 'pending' AND EXISTS (
            SELECT 1 FROM kd_batch
            WHERE id = @id AND state IN ('Ingesting', 'Running') AND renderer = @renderer)
        RETURNING attempts
        """,
        row => new StartedChunk(number, (int)row.GetInt64(0)),
        cancelled,
        ("id", id),
        ("no", number),
        ("now", Now),
        ("renderer", renderer))).SingleOrDefault();

    /// <summary>The one place where a chunk becomes done.</summary>
    /// <returns>False where another worker was faster; what this one did counts for nothing.</returns>
    public async Task<bool> FinishChunkAsync(
        string id, int number, ChunkOutcome outcome, CancellationToken cancelled) => await Data.RunAsync(
        """
        UPDATE kd_chunk
        SET state = 'done', part = @part, done = @done, failed = @failed, bytes = @bytes, done_ms = @now
        WHERE batch_id = @id AND no = @no AND state = 'pending'
        """,
        cancelled,
        ("id", id),
        ("no", number),
        ("part", outcome.Part),
        ("done", outcome.Done),
        ("failed", outcome.Failed),
        ("bytes", outcome.Bytes),
        ("now", Now)) == 1;

    /// <summary>A chunk was not finished because the process was told to stop: that is no failed attempt.</summary>
    /// <remarks>Only while nobody else has begun it: two attempts of one number would share a part.</remarks>
    public Task GiveBackChunkAsync(string id, StartedChunk chunk, CancellationToken cancelled) => Data.RunAsync(
        """
        UPDATE kd_chunk SET attempts = attempts - 1, started_ms = NULL
        WHERE batch_id = @id AND no = @no AND state = 'pending' AND attempts = @attempt
        """,
        cancelled,
        ("id", id),
        ("no", chunk.Number),
        ("attempt", chunk.Attempt));

    /// <summary>Chunks that are not done.</summary>
    public Task<IReadOnlyList<int>> PendingAsync(string id, CancellationToken cancelled) =>
        PendingAsync(id, DateTimeOffset.MaxValue, cancelled);

    /// <summary>Those of them that nobody has begun since a time.</summary>
    public Task<IReadOnlyList<int>> PendingAsync(string id, DateTimeOffset since, CancellationToken cancelled) =>
        Data.ReadAsync(
            """
            SELECT no FROM kd_chunk
            WHERE batch_id = @id AND state = 'pending' AND (started_ms IS NULL OR started_ms < @since)
            ORDER BY no
            """,
            row => row.GetInt32(0),
            cancelled,
            ("id", id),
            ("since", since.ToUnixTimeMilliseconds()));

    /// <summary>The parts that count, in the order of the source.</summary>
    public Task<IReadOnlyList<DonePart>> PartsAsync(string id, CancellationToken cancelled) => Data.ReadAsync(
        "SELECT no, part, failed FROM kd_chunk WHERE batch_id = @id AND state = 'done' ORDER BY no",
        row => new DonePart(row.GetInt32(0), row.GetString(1), row.GetInt32(2) > 0),
        cancelled,
        ("id", id));

    /// <summary>Ends a batch that is at work.</summary>
    /// <returns>False where it was not.</returns>
    public async Task<bool> EndAsync(string id, BatchState state, Problem? fault, CancellationToken cancelled) =>
        await Data.RunAsync(
            """
            UPDATE kd_batch SET state = @state, fault = @fault, finished_ms = @now
            WHERE id = @id AND state IN ('Ingesting', 'Running')
            """,
            cancelled,
            ("id", id),
            ("state", state.ToString()),
            ("fault", fault is null ? null : JsonSerializer.Serialize(fault, BatchJson.Default.Problem)),
            ("now", Now)) == 1;

    /// <summary>Lets a batch go on that was stopped; what failed before something was mended counts no more.</summary>
    /// <returns>False where it had not stopped.</returns>
    public async Task<bool> ResumeAsync(string id, CancellationToken cancelled)
    {
        await Data.RunAsync(
            """
            UPDATE kd_chunk SET attempts = 0
            WHERE batch_id = @id AND state = 'pending' AND EXISTS (
                SELECT 1 FROM kd_batch WHERE id = @id AND state IN ('Cancelled', 'Attention'))
            """,
            cancelled,
            ("id", id));
        return await Data.RunAsync(
            """
            UPDATE kd_batch
            SET state = CASE WHEN total IS NULL THEN 'Ingesting' ELSE 'Running' END,
                fault = NULL, resumed_ms = @now, finished_ms = NULL
            WHERE id = @id AND state IN ('Cancelled', 'Attention')
            """,
            cancelled,
            ("id", id),
            ("now", Now)) == 1;
    }

    /// <summary>Work goes on in a new process: its rate is counted from now.</summary>
    public Task RestartClockAsync(string id, CancellationToken cancelled) => Data.RunAsync(
        "UPDATE kd_batch SET resumed_ms = @now WHERE id = @id", cancelled, ("id", id), ("now", Now));

    public async Task DeleteAsync(string id, CancellationToken cancelled)
    {
        await Data.RunAsync("DELETE FROM kd_chunk WHERE batch_id = @id", cancelled, ("id", id));
        await Data.RunAsync("DELETE FROM kd_batch WHERE id = @id", cancelled, ("id", id));
    }

    private static BatchRow Read(DbDataReader row) => new(
        new BatchOrder(
            row.GetString(0),
            JsonSerializer.Deserialize(row.GetString(3), BatchJson.Default.BatchOptions)!,
            JsonSerializer.Deserialize(row.GetString(4), BatchJson.Default.BatchSource)!,
            row.GetString(5),
            row.GetString(6),
            row.GetInt64(7),
            row.GetInt32(8),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10))),
        Enum.Parse<BatchState>(row.GetString(1)),
        row.LongOrNull(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)),
        row.LongOrNull(12) is { } finished ? DateTimeOffset.FromUnixTimeMilliseconds(finished) : null,
        row.TextOrNull(9) is { } fault ? JsonSerializer.Deserialize(fault, BatchJson.Default.Problem) : null);
}
