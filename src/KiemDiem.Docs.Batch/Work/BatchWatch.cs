using System.Data.Common;
using KiemDiem.Docs.Batch.Ledger;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>Stops work on a batch within a second after somebody has stopped the batch.</summary>
internal sealed class BatchWatch : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stopping;
    private readonly CancellationTokenSource ending = new();
    private readonly Task looking;
    private volatile bool stopped;

    /// <param name="ledger">Is asked.</param>
    /// <param name="batch">That is worked on.</param>
    /// <param name="clock">Tells when to ask.</param>
    /// <param name="cancelled">Stops the work, too.</param>
    public BatchWatch(BatchLedger ledger, string batch, TimeProvider clock, CancellationToken cancelled)
    {
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        looking = LookAsync(ledger, batch, clock);
    }

    /// <summary>For the work.</summary>
    public CancellationToken Token => stopping.Token;

    /// <summary>Does the work.</summary>
    /// <exception cref="BatchStoppedException">Somebody stopped the batch.</exception>
    public async Task<T> DuringAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(Token);
        }
        catch (OperationCanceledException e) when (stopped)
        {
            throw new BatchStoppedException(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await looking;
        ending.Dispose();
        stopping.Dispose();
    }

    private async Task LookAsync(BatchLedger ledger, string batch, TimeProvider clock)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, clock, ending.Token);
                if (await IsAtWorkAsync(ledger, batch))
                    continue;
                stopped = true;
                await stopping.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    /// <summary>A database that does not answer has not said that the batch was stopped.</summary>
    private async Task<bool> IsAtWorkAsync(BatchLedger ledger, string batch)
    {
        try
        {
            return await ledger.FindAsync(batch, ending.Token)
                is { State: BatchState.Ingesting or BatchState.Running };
        }
        catch (DbException)
        {
            return true;
        }
    }
}

/// <summary>Somebody stopped the batch while it was worked on.</summary>
internal sealed class BatchStoppedException(Exception cause)
    : OperationCanceledException("The batch was stopped.", cause);
