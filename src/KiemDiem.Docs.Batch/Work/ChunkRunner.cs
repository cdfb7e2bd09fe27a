using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Batch.Work.Slices;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>Makes the files of one chunk and its part. Done again, it makes the same under the same names.</summary>
internal sealed class ChunkRunner(
    IRendererChoice renderers,
    RenderTurns turns,
    BatchLedger ledger,
    IObjectStore store,
    BatchSettings settings,
    TimeProvider clock)
{
    private string ScratchFolder => Path.Combine(settings.DataDir, "scratch");

    /// <exception cref="BatchStoppedException">Somebody stopped the batch.</exception>
    /// <exception cref="OperationCanceledException">The process stops.</exception>
    /// <exception cref="DiskLimitException">The files would pass the limit that was set.</exception>
    public async Task<ChunkOutcome> RunAsync(
        BatchOrder order, StartedChunk chunk, bool givenUp, CancellationToken cancelled)
    {
        await using var watch = new BatchWatch(ledger, order.Id, clock, cancelled);
        return await watch.DuringAsync(stop => MakeAsync(order, chunk, givenUp, stop));
    }

    /// <summary>The chunk is done, and the ledger says so: nobody asks any more what of it was done.</summary>
    public void Forget(BatchOrder order, int chunk)
    {
        if (HasJournal(order))
            ChunkJournal.Delete(settings, order.Id, chunk);
    }

    private async Task<ChunkOutcome> MakeAsync(
        BatchOrder order, StartedChunk chunk, bool givenUp, CancellationToken cancelled)
    {
        var (work, output) = (settings.WorkOf(order.Id), settings.OutputOf(order.Id));
        using var renderer = renderers.For(order.Options, chunk.Attempt, givenUp);
        using var journal = HasJournal(order) ? ChunkJournal.Open(settings, order.Id, chunk.Number) : null;
        await using var files = OpenOutput(order, chunk.Number);
        await using var part = Scratch.NewFile(ScratchFolder);
        await using var slice = await store.OpenAsync(work + Slice.KeyOf(chunk.Number), cancelled);
        using var turn = await turns.TakeAsync(cancelled);
        var room = await RoomAsync(cancelled);
        var (done, failed, bytes) = (0, 0, 0L);
        foreach (var record in Slice.Read(slice))
        {
            cancelled.ThrowIfCancellationRequested();
            var result = journal is null
                ? null
                : await journal.FindAsync(record.Header.Number, store, output, cancelled);
            var isNew = result is null;
            result ??= await MakeAsync(record, renderer.Renderer, files, room - bytes, cancelled);
            var line = ResultLine.WithEnd(result);
            if (isNew)
                journal?.Add(line);
            part.Write(line);
            bytes += result.Files.Sum(file => file.Bytes);
            _ = result.IsDone ? done++ : failed++;
        }

        turn.Dispose();
        await files.FinishAsync(cancelled);
        var partKey = work + PartOf(chunk);
        part.Position = 0;
        await store.PutUnsettledAsync(partKey, part, cancelled);
        await store.SettleAsync(cancelled);
        return new ChunkOutcome(partKey, done, failed, bytes);
    }

    /// <summary>Two attempts never share a part; which of them counts, the ledger says.</summary>
    private static string PartOf(StartedChunk chunk) =>
        FormattableString.Invariant($"parts/{chunk.Number:D6}.{chunk.Attempt}.ndjson");

    private static async Task<RecordResult> MakeAsync(
        SliceRecord record, IRecordRenderer renderer, IChunkOutput files, long room, CancellationToken cancelled)
    {
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

    /// <summary>Only where the state is of this machine: on a shared one two workers would write one file.</summary>
    private bool HasJournal(BatchOrder order) =>
        settings.Mode == BatchMode.Embedded && order.Options.RecordsPerZip is null;

    private IChunkOutput OpenOutput(BatchOrder order, int chunk) => order.Options.RecordsPerZip is null
        ? new FileOutput(store, settings.OutputOf(order.Id))
        : new ZipOutput(store, settings.OutputOf(order.Id), settings.WorkOf(order.Id), chunk, ScratchFolder);

    private async Task<long> RoomAsync(CancellationToken cancelled) => settings.DiskLimit is { } limit
        ? limit - await ledger.BytesAsync(cancelled)
        : long.MaxValue;
}
