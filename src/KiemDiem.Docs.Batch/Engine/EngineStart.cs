using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Problems;
using Microsoft.Extensions.Hosting;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>What happens before the scheduler starts.</summary>
internal sealed class EngineStart(
    EngineFolder folder, BatchLedger ledger, QuartzQueue queue, BatchSettings settings, ProgramIdentity program)
    : IHostedService
{
    /// <exception cref="FolderInUseException">Another process works in the data folder.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        KeepThreadsForOthers();
        await folder.PrepareAsync(cancellationToken);
        if (settings.Mode == BatchMode.Embedded)
            await GoOnAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// A chunk holds a thread of the pool for as long as it is rendered, and the pool has as many as there are
    /// processors before it begins to add one now and then: without this, answers, ledger and queue wait for chunks.
    /// </summary>
    private void KeepThreadsForOthers()
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, Environment.ProcessorCount + settings.WorkersOrDefault), ports);
    }

    /// <summary>This is the only process, so whatever was in work is not any more.</summary>
    private async Task GoOnAsync(CancellationToken cancelled)
    {
        foreach (var batch in await ledger.ActiveAsync(cancelled))
        {
            var id = batch.Order.Id;
            if (batch.Order.Renderer != program.Fingerprint)
            {
                // Nobody else is there who could go on with it.
                await ledger.EndAsync(id, BatchState.Attention, FoundInBatch.OtherProgram(), cancelled);
                continue;
            }

            await ledger.RestartClockAsync(id, cancelled);
            var pending = await ledger.PendingAsync(id, cancelled);
            await queue.EnqueueChunksAsync(id, [.. pending], cancelled);
            if (batch.State == BatchState.Ingesting)
                await queue.EnqueueIngestAsync(id, cancelled);
            else if (pending.Count == 0)
                await queue.EnqueueFinalizeAsync(id, cancelled);
        }
    }
}
