using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>
/// Finds what got lost between the ledger and the queue, for the two are not written at once; and removes what has
/// expired. One in the whole cluster.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class Sweeper(
    BatchLedger ledger,
    QuartzQueue queue,
    IObjectStore store,
    BatchSettings settings,
    TimeProvider clock,
    ILogger<Sweeper> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw BatchJob.Unspoken(e);
        }
    }

    private async Task SweepAsync(CancellationToken cancelled)
    {
        foreach (var batch in await ledger.ActiveAsync(cancelled))
            await EnqueueLostAsync(batch, cancelled);
        (store as FileStore)?.RemoveAbandoned(clock.GetUtcNow());
        foreach (var id in await ledger.EndedBeforeAsync(clock.GetUtcNow() - settings.Retention, cancelled))
            await ExpireAsync(id, cancelled);
    }

    private async Task EnqueueLostAsync(BatchRow batch, CancellationToken cancelled)
    {
        var id = batch.Order.Id;
        var waiting = await queue.WaitingAsync(id, cancelled);
        var longAgo = clock.GetUtcNow() - settings.DeadAfter - settings.Sweep;
        var lost = (await ledger.PendingAsync(id, longAgo, cancelled))
            .Where(number => !waiting.Contains(QuartzQueue.WorkOf(number)))
            .ToList();
        await queue.EnqueueChunksAsync(id, lost, cancelled);
        if (batch.State == BatchState.Ingesting && !waiting.Contains(QuartzQueue.Ingest))
            await queue.EnqueueIngestAsync(id, cancelled);
        var isWhole = batch.State == BatchState.Running
            && await ledger.SumsAsync(id, cancelled) is { Pending: 0 };
        if (isWhole && !waiting.Contains(QuartzQueue.Finalize))
            await queue.EnqueueFinalizeAsync(id, cancelled);
    }

    private async Task ExpireAsync(string id, CancellationToken cancelled)
    {
        // A folder of the command line belongs to its user.
        if (settings.IsSingleFolder)
            return;
        await store.DeleteAllAsync($"{id}/", cancelled);
        ChunkJournal.DeleteAll(settings, id);
        await ledger.DeleteAsync(id, cancelled);
        await queue.DeleteAsync(id, cancelled);
        Log.Expired(log, id);
    }
}
