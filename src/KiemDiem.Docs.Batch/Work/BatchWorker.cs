using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Webhook;
using KiemDiem.Docs.Problems;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>What a worker does with a piece of work that the queue delivers, and when that fails.</summary>
internal sealed class BatchWorker(
    BatchLedger ledger,
    LedgerAlarm alarm,
    BatchService batches,
    IBatchQueue queue,
    Ingest ingest,
    ChunkRunner chunks,
    Finalizer finalizer,
    WebhookSender webhook,
    BatchSettings settings,
    ProgramIdentity program,
    TimeProvider clock,
    ILogger<BatchWorker> log)
{
    public Task IngestAsync(string id, CancellationToken stop) => WrittenDownAsync(async () =>
    {
        if (await ledger.FindAsync(id, stop) is { State: BatchState.Ingesting } batch && IsOwn(batch.Order))
            await GuardedAsync(id, batch.Order, now => IngestAsync(batch, now), stop);
    });

    /// <summary>Throws where the queue is to deliver it again later.</summary>
    public Task ChunkAsync(string id, int number, CancellationToken stop) => WrittenDownAsync(async () =>
    {
        if (await ledger.FindAsync(id, stop) is not { } batch || !IsOwn(batch.Order))
            return;
        if (await ledger.StartChunkAsync(id, number, program.Fingerprint, stop) is { } chunk)
        {
            alarm.Clear();
            await ChunkAsync(batch.Order, chunk, stop);
        }

        // Also where there was nothing to do: whoever did the last chunk may have died right after it.
        await EndIfNothingIsLeftAsync(id, stop);
    });

    public Task FinalizeAsync(string id, CancellationToken stop) => WrittenDownAsync(async () =>
    {
        if (await ledger.FindAsync(id, stop) is not { } batch || !IsOwn(batch.Order))
            return;

        // Whoever ended it may have died before it was cleaned up.
        if (batch.State == BatchState.Done)
            await finalizer.CleanUpAsync(id, stop);
        else if (batch.State == BatchState.Running && await ledger.SumsAsync(id, stop) is { Pending: 0 } sums)
            await GuardedAsync(id, batch.Order, now => FinalizeAsync(batch, sums, now), stop);
    });

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

    /// <summary>Where not, that is said aloud: otherwise a batch would seem to hang for no reason.</summary>
    private bool IsOwn(BatchOrder order)
    {
        if (order.Renderer == program.Fingerprint)
            return true;
        Log.OtherProgram(log, order.Id, order.Renderer, program.Fingerprint);
        return false;
    }

    private async Task IngestAsync(BatchRow batch, CancellationToken stop)
    {
        if (await ingest.RunAsync(batch, stop))
            await EndIfNothingIsLeftAsync(batch.Order.Id, stop);
    }

    private async Task FinalizeAsync(BatchRow batch, ChunkSums sums, CancellationToken stop)
    {
        var id = batch.Order.Id;
        await finalizer.RunAsync(batch, stop);
        await AnnounceAsync(batch.Order, stop);

        // Stopped at the last moment, it will go on: then it needs what it was made of.
        if (!await ledger.EndAsync(id, BatchState.Done, fault: null, stop))
            return;
        Log.Done(log, id, sums.Done, sums.Failed);
        await finalizer.CleanUpAsync(id, CancellationToken.None);
    }

    /// <summary>Work on a batch as a whole, which nobody can do record by record: what fails stops the batch.</summary>
    private async Task GuardedAsync(
        string id, BatchOrder order, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await using var watch = new BatchWatch(ledger, id, clock, stop);
            await watch.DuringAsync(async now =>
            {
                await work(now);
                return true;
            });
            alarm.Clear();
        }
        catch (BatchStoppedException)
        {
            // Whoever lets it go on hands out the work again.
        }
        catch (UnreadableSourceException e)
        {
            await StopAsync(order, FoundInBatch.UnreadableSource(e.Message), stop);
        }
        catch (Exception e) when (!Faults.MayPass(e, stop))
        {
            Log.WorkFailed(log, id, e.GetType().Name, OwnStack.Of(e));
            await StopAsync(order, Faults.Of(e) ?? FoundInBatch.BatchFault(), stop);
        }
    }

    private async Task ChunkAsync(BatchOrder order, StartedChunk chunk, CancellationToken stop)
    {
        try
        {
            await RunAsync(order, chunk, givenUp: false, stop);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested || e is BatchStoppedException)
        {
            await ledger.GiveBackChunkAsync(order.Id, chunk, CancellationToken.None);
            stop.ThrowIfCancellationRequested();
        }
        catch (Exception e) when (Faults.IsFull(e))
        {
            await StopAsync(order, Faults.Of(e)!, stop);
        }
        catch (Exception e)
        {
            Log.ChunkFailed(log, order.Id, chunk.Number, chunk.Attempt, e.GetType().Name, OwnStack.Of(e));
            if (chunk.Attempt < settings.MaxAttempts || Faults.MayPass(e, stop))
                throw;
            if (Faults.Of(e) is { } fault)
                await StopAsync(order, fault, stop);
            else
                await TellEachAsFailedAsync(order, chunk, stop);
        }
    }

    private async Task RunAsync(BatchOrder order, StartedChunk chunk, bool givenUp, CancellationToken stop)
    {
        var outcome = await chunks.RunAsync(order, chunk, givenUp, stop);
        await ledger.FinishChunkAsync(order.Id, chunk.Number, outcome, stop);
        chunks.Forget(order, chunk.Number);
    }

    /// <summary>Where even that fails, the records cannot be read: nobody could tell what is missing.</summary>
    private async Task TellEachAsFailedAsync(BatchOrder order, StartedChunk chunk, CancellationToken stop)
    {
        try
        {
            await RunAsync(order, chunk, givenUp: true, stop);
        }
        catch (Exception e) when (!Faults.MayPass(e, stop))
        {
            Log.ChunkFailed(log, order.Id, chunk.Number, chunk.Attempt, e.GetType().Name, OwnStack.Of(e));
            await StopAsync(order, Faults.Of(e) ?? FoundInBatch.BatchFault(), stop);
        }
    }

    /// <summary>Nothing of the batch is done any more until somebody says so.</summary>
    private async Task StopAsync(BatchOrder order, Problem fault, CancellationToken stop)
    {
        if (!await ledger.EndAsync(order.Id, BatchState.Attention, fault, stop))
            return;
        Log.NeedsAttention(log, order.Id, fault.Code);
        await queue.RemoveAsync(order.Id, stop);
        await AnnounceAsync(order, stop);
    }

    /// <summary>Where the disk of the ledger itself is full, nothing can be written down: the alarm says it.</summary>
    private async Task WrittenDownAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (Faults.IsFull(e))
        {
            alarm.Raise(FoundInBatch.DiskFull());
        }
    }

    private async Task AnnounceAsync(BatchOrder order, CancellationToken stop)
    {
        if (order.Options.Webhook is not null && WebhookSender.DelayBefore(attempt: 1) is { } delay)
            await queue.EnqueueWebhookAsync(order.Id, attempt: 1, delay, stop);
    }

    private async Task EndIfNothingIsLeftAsync(string id, CancellationToken stop)
    {
        if (await ledger.FindAsync(id, stop) is { State: BatchState.Running }
            && (await ledger.SumsAsync(id, stop)) is { Pending: 0 })
        {
            await queue.EnqueueFinalizeAsync(id, stop);
        }
    }
}
