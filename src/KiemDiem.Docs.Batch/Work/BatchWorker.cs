using System.Data.Common;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Problems;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>What a worker does with a piece of work that the queue delivers, and what it does when that fails.</summary>
internal sealed class BatchWorker(
    BatchLedger ledger,
    BatchService batches,
    IBatchQueue queue,
    Ingest ingest,
    ChunkRunner chunks,
    Finalizer finalizer,
    WebhookSender webhook,
    BatchSettings settings,
    ProgramIdentity program,
    ILogger<BatchWorker> log)
{
    public async Task IngestAsync(string id, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is not { State: BatchState.Ingesting } batch || IsOthers(batch.Order))
            return;

        try
        {
            if (await ingest.RunAsync(batch, stop))
                await EndIfNothingIsLeftAsync(id, stop);
        }
        catch (UnreadableSourceException e)
        {
            await StopAsync(id, FoundInBatch.UnreadableSource(e.Message), stop);
        }
        catch (Exception e) when (!Faults.MayPass(e))
        {
            Log.WorkFailed(log, id, e.GetType().Name, OwnStack.Of(e));
            await StopAsync(id, Faults.Of(e) ?? FoundInBatch.BatchFault(), stop);
        }
    }

    /// <summary>Throws where the queue is to deliver it again later.</summary>
    public async Task ChunkAsync(string id, int number, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is not { } batch || IsOthers(batch.Order))
            return;
        if (await ledger.StartChunkAsync(id, number, program.Fingerprint, stop) is { } chunk)
            await ChunkAsync(batch.Order, chunk, stop);

        // Also where there was nothing to do: whoever did the last chunk may have died right after it.
        await EndIfNothingIsLeftAsync(id, stop);
    }

    public async Task FinalizeAsync(string id, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is not { State: BatchState.Running } batch
            || IsOthers(batch.Order)
            || (await ledger.SumsAsync(id, stop)) is not { Pending: 0, Parked: 0 } sums)
        {
            return;
        }

        try
        {
            await finalizer.RunAsync(batch, stop);
            await AnnounceAsync(batch.Order, stop);
            if (await ledger.EndAsync(id, BatchState.Done, fault: null, stop))
                Log.Done(log, id, sums.Done, sums.Failed);
            await finalizer.CleanUpAsync(id, stop);
        }
        catch (Exception e) when (!Faults.MayPass(e))
        {
            Log.WorkFailed(log, id, e.GetType().Name, OwnStack.Of(e));
            await StopAsync(id, Faults.Of(e) ?? FoundInBatch.BatchFault(), stop);
        }
    }

    /// <summary>Tells whoever asked to be told that the batch has ended.</summary>
    public async Task TellAsync(string id, int attempt, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is not { Order.Options.Webhook: { } address }
            || await batches.FindAsync(id, stop) is not { } status)
        {
            return;
        }

        // The order was written first, lest a kill between the two loses it.
        if (!status.HasEnded)
            throw new InvalidOperationException("The batch has not ended yet.");
        if (!await webhook.SendAsync(address, WebhookMessage.Of(status), stop)
            && WebhookSender.DelayBefore(attempt + 1) is { } delay)
        {
            await queue.EnqueueWebhookAsync(id, attempt + 1, delay, stop);
        }
    }

    /// <summary>Said aloud: otherwise a batch would seem to hang for no reason.</summary>
    private bool IsOthers(BatchOrder order)
    {
        if (order.Renderer == program.Fingerprint)
            return false;
        Log.OtherProgram(log, order.Id, order.Renderer, program.Fingerprint);
        return true;
    }

    private async Task AnnounceAsync(BatchOrder order, CancellationToken stop)
    {
        if (order.Options.Webhook is not null && WebhookSender.DelayBefore(attempt: 1) is { } delay)
            await queue.EnqueueWebhookAsync(order.Id, attempt: 1, delay, stop);
    }

    private async Task ChunkAsync(BatchOrder order, StartedChunk chunk, CancellationToken stop)
    {
        try
        {
            var outcome = await chunks.RunAsync(order, chunk, givenUp: false, stop);
            await ledger.FinishChunkAsync(order.Id, chunk.Number, outcome, stop);
        }
        catch (OperationCanceledException)
        {
            await ledger.GiveBackChunkAsync(order.Id, chunk.Number, CancellationToken.None);
        }
        catch (Exception e) when (Faults.IsFull(e))
        {
            await ParkAsync(order.Id, chunk, Faults.Of(e)!, stop);
        }
        catch (Exception e)
        {
            Log.ChunkFailed(log, order.Id, chunk.Number, chunk.Attempt, e.GetType().Name, OwnStack.Of(e));
            if (chunk.Attempt < settings.MaxAttempts || Faults.MayPass(e))
                throw;
            if (Faults.Of(e) is { } fault)
                await ParkAsync(order.Id, chunk, fault, stop);
            else
                await TellEachAsFailedAsync(order, chunk, stop);
        }
    }

    private async Task TellEachAsFailedAsync(BatchOrder order, StartedChunk chunk, CancellationToken stop)
    {
        var outcome = await chunks.RunAsync(order, chunk, givenUp: true, stop);
        await ledger.FinishChunkAsync(order.Id, chunk.Number, outcome, stop);
    }

    private async Task ParkAsync(string id, StartedChunk chunk, Problem fault, CancellationToken stop)
    {
        await ledger.ParkChunkAsync(id, chunk.Number, stop);
        await StopAsync(id, fault, stop);
    }

    private async Task StopAsync(string id, Problem fault, CancellationToken stop)
    {
        if (await ledger.EndAsync(id, BatchState.Attention, fault, stop))
            Log.NeedsAttention(log, id, fault.Code);
        await queue.RemoveAsync(id, stop);
        if (await ledger.FindAsync(id, stop) is { } batch)
            await AnnounceAsync(batch.Order, stop);
    }

    private async Task EndIfNothingIsLeftAsync(string id, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is { State: BatchState.Running }
            && (await ledger.SumsAsync(id, stop)) is { Pending: 0, Parked: 0 })
        {
            await queue.EnqueueFinalizeAsync(id, stop);
        }
    }
}

/// <summary>
/// Faults that lie neither in a record nor in the program, but in the machine. A database that does not answer is none
/// of them: nothing could be written down, so the work is delivered again until it does.
/// </summary>
internal static class Faults
{
    /// <summary>ENOSPC and EDQUOT, which .NET hands through on Unix, and ERROR_DISK_FULL.</summary>
    private static readonly int[] NoSpace = [28, 122, unchecked((int)0x80070070)];

    public static bool IsFull(Exception e) =>
        e is DiskLimitException || (e is IOException && NoSpace.Contains(e.HResult)) || LedgerDatabase.IsFull(e);

    /// <summary>Nothing could be written down, or the process stops: the same work will be delivered again.</summary>
    public static bool MayPass(Exception e) => e is OperationCanceledException || (e is DbException && !IsFull(e));

    /// <returns>Null where it is none of these.</returns>
    public static Problem? Of(Exception e) => e switch
    {
        DiskLimitException => FoundInBatch.DiskLimit(),
        _ when IsFull(e) => FoundInBatch.DiskFull(),
        IOException or UnauthorizedAccessException or StorageException => FoundInBatch.StorageFailed(),
        _ => null,
    };
}
