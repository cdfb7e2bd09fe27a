using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work.Slices;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// Goes through a source once, from its beginning to its end: every record gets its number and its name, every chunk
/// its slice. Chunks are handed out while the reading goes on. Begun again, it comes to the same and writes only what
/// is not there.
/// </summary>
internal sealed class Ingest(
    FormRenderer renderer, BatchLedger ledger, IObjectStore store, IBatchQueue queue, BatchSettings settings)
{
    /// <summary>A chunk is closed earlier where its records are large, so that a slice is never much larger.</summary>
    private const int SliceBytes = 8 * 1024 * 1024;

    /// <returns>False where the batch was stopped in the middle.</returns>
    /// <exception cref="UnreadableSourceException">The source as a whole cannot be read.</exception>
    public async Task<bool> RunAsync(BatchRow batch, CancellationToken cancelled)
    {
        var order = batch.Order;
        var known = await ledger.ChunksAsync(order.Id, cancelled);
        var files = await BatchFiles.OfAsync(order, store, settings, cancelled);
        var source = SourceReader.Open(files, order.Options.Source, renderer.Forms, order.Options.Edition);
        await PutColumnsAsync(order.Id, source.Columns, cancelled);

        var names = new RecordNamer(renderer, order.Options);
        var number = 0L;
        var chunk = 0;
        await using var slice = new SliceBuilder(Path.Combine(settings.DataDir, "scratch"));
        foreach (var record in source.Records)
        {
            cancelled.ThrowIfCancellationRequested();
            slice.Add(names.Name(record, ++number));
            if (!IsFull(slice, order))
                continue;
            if (++chunk > known && !await PutAsync(order.Id, chunk, slice, cancelled))
                return false;
            slice.Clear();
        }

        if (slice.Count > 0 && ++chunk > known && !await PutAsync(order.Id, chunk, slice, cancelled))
            return false;
        await ledger.FinishIngestAsync(order.Id, number, cancelled);
        return true;
    }

    private static bool IsFull(SliceBuilder slice, BatchOrder order) => order.Options.RecordsPerZip is { } records
        ? slice.Count == records
        : slice.Count == order.ChunkRecords || slice.Bytes >= SliceBytes;

    /// <returns>False where the batch was stopped.</returns>
    private async Task<bool> PutAsync(string batch, int chunk, SliceBuilder slice, CancellationToken cancelled)
    {
        await store.PutAsync(settings.WorkOf(batch) + Slice.KeyOf(chunk), slice.Read(), cancelled);
        await ledger.AddChunkAsync(batch, chunk, cancelled);
        await queue.EnqueueChunksAsync(batch, [chunk], cancelled);
        return await ledger.FindAsync(batch, cancelled) is { State: BatchState.Ingesting };
    }

    private async Task PutColumnsAsync(string batch, IReadOnlyList<ColumnReport> columns, CancellationToken cancelled)
    {
        if (columns.Count == 0)
            return;
        using var written = new MemoryStream();
        ColumnList.Write(written, columns);
        using var report = new MemoryStream(written.ToArray());
        await store.PutAsync(settings.OutputOf(batch) + ColumnList.FileName, report, cancelled);
    }
}
