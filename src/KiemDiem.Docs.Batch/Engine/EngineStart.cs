using KiemDiem.Docs.Batch.Ledger;
using Microsoft.Extensions.Hosting;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>What happens before the scheduler starts.</summary>
internal sealed class EngineStart(
    EngineFolder folder, BatchLedger ledger, QuartzQueue queue, BatchSettings settings, TimeProvider clock)
    : IHostedService
{
    /// <exception cref="FolderInUseException">Another process works in the data folder.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await folder.PrepareAsync(cancellationToken);
        if (settings.Mode == BatchMode.Embedded)
            await GoOnAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>This is the only process, so whatever was in work is not any more.</summary>
    private async Task GoOnAsync(CancellationToken cancelled)
    {
        foreach (var batch in await ledger.ActiveAsync(cancelled))
        {
            var id = batch.Order.Id;
            await ledger.RestartClockAsync(id, cancelled);
            var pending = await ledger.PendingAsync(id, clock.GetUtcNow(), cancelled);
            await queue.EnqueueChunksAsync(id, [.. pending], cancelled);
            if (batch.State == BatchState.Ingesting)
                await queue.EnqueueIngestAsync(id, cancelled);
            else if (pending.Count == 0)
                await queue.EnqueueFinalizeAsync(id, cancelled);
        }
    }
}
