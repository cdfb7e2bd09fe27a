using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>Makes the files of one chunk and its part. Done again, it makes the same bytes under the same names.</summary>
internal sealed class ChunkRunner(
    RendererChoice renderers, BatchLedger ledger, IObjectStore store, BatchSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan LookAtState = TimeSpan.FromSeconds(1);

    private string ScratchFolder => Path.Combine(settings.DataDir, "scratch");

    /// <exception cref="OperationCanceledException">The process stops, or the batch was stopped.</exception>
    /// <exception cref="DiskLimitException">The files would pass the limit that was set.</exception>
    public async Task<ChunkOutcome> RunAsync(
        BatchOrder order, StartedChunk chunk, bool givenUp, CancellationToken cancelled)
    {
        var (work, output) = (settings.WorkOf(order.Id), settings.OutputOf(order.Id));
        using var renderer = renderers.For(order.Options, chunk.Attempt, givenUp);
        using var journal = OpenJournal(order, chunk.Number);
        await using var files = OpenOutput(order, chunk.Number);
        await using var part = Scratch.NewFile(ScratchFolder);
        await using var slice = await store.OpenAsync(work + Slice.KeyOf(chunk.Number), cancelled);
        var room = await RoomAsync(cancelled);
        var (done, failed, bytes) = (0, 0, 0L);
        var looked = clock.GetTimestamp();
        foreach (var record in Slice.Read(slice))
        {
            if (clock.GetElapsedTime(looked) > LookAtState)
            {
                await RequireAtWorkAsync(order.Id, cancelled);
                looked = clock.GetTimestamp();
            }

            var result = journal is null
                ? null
                : await journal.FindAsync(record.Header.Number, store, output, cancelled);
            if (result is null)
            {
                result = await MakeAsync(record, renderer.Renderer, files, room - bytes, cancelled);
                journal?.Add(result);
            }

            ResultLine.Write(part, result);
            bytes += result.Files.Sum(file => file.Bytes);
            _ = result.IsDone ? done++ : failed++;
        }

        await files.FinishAsync(cancelled);
        var partKey = work + PartOf(chunk);
        part.Position = 0;
        await store.PutUnsettledAsync(partKey, part, cancelled);
        await store.SettleAsync(cancelled);
        journal?.Delete();
        return new ChunkOutcome(partKey, done, failed, bytes);
    }

    /// <summary>Two attempts never share a part; which of them counts, the ledger says.</summary>
    private static string PartOf(StartedChunk chunk) =>
        FormattableString.Invariant($"parts/{chunk.Number:D6}.{chunk.Attempt}.ndjson");

    private static async Task<RecordResult> MakeAsync(
        SliceRecord record, IRecordRenderer renderer, IChunkOutput files, long room, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        var (number, place) = (record.Header.Number, record.Header.Place);
        if (record.Header.Problems.Count > 0)
            return new RecordResult(number, place, null, null, [], record.Header.Problems, []);
        var made = renderer.Render(record.Json, cancelled);
        if (made.Files.Sum(file => (long)file.Bytes.Length) > room)
            throw new DiskLimitException();
        var stored = new List<ResultFile>();
        foreach (var file in made.Files)
            stored.Add(await files.PutAsync(record.Header.Name, file, cancelled));
        return new RecordResult(number, place, made.Form, made.Edition, stored, made.Problems, made.Warnings)
        {
            Archive = made.Archive,
        };
    }

    /// <summary>Only where the state is of this machine: on a shared one two workers would write into one file.</summary>
    private ChunkJournal? OpenJournal(BatchOrder order, int chunk) =>
        settings.Mode == BatchMode.Embedded && order.Options.RecordsPerZip is null
            ? ChunkJournal.Open(Path.Combine(
                settings.DataDir, "journal", FormattableString.Invariant($"{order.Id}-{chunk:D6}.ndjson")))
            : null;

    private IChunkOutput OpenOutput(BatchOrder order, int chunk) => order.Options.RecordsPerZip is null
        ? new FileOutput(store, settings.OutputOf(order.Id))
        : new ZipOutput(store, settings.OutputOf(order.Id), settings.WorkOf(order.Id), chunk, ScratchFolder);

    private async Task<long> RoomAsync(CancellationToken cancelled) => settings.DiskLimit is { } limit
        ? limit - await ledger.BytesAsync(cancelled)
        : long.MaxValue;

    private async Task RequireAtWorkAsync(string batch, CancellationToken cancelled)
    {
        if (await ledger.FindAsync(batch, cancelled) is not { State: BatchState.Ingesting or BatchState.Running })
            throw new OperationCanceledException("The batch was stopped.");
    }
}
