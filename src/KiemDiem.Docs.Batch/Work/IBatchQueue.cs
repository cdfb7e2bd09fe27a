namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// Delivers work to some worker: at least once, perhaps twice, perhaps late. What is done is decided by the ledger.
/// </summary>
internal interface IBatchQueue
{
    Task EnqueueIngestAsync(string batch, CancellationToken cancelled);

    Task EnqueueChunksAsync(string batch, IReadOnlyCollection<int> numbers, CancellationToken cancelled);

    Task EnqueueFinalizeAsync(string batch, CancellationToken cancelled);

    /// <param name="batch">Whose end is to be told.</param>
    /// <param name="attempt">From 1.</param>
    /// <param name="delay">How long to wait before.</param>
    /// <param name="cancelled">Stops it.</param>
    Task EnqueueWebhookAsync(string batch, int attempt, TimeSpan delay, CancellationToken cancelled);

    /// <summary>Takes back what nobody has begun.</summary>
    Task RemoveAsync(string batch, CancellationToken cancelled);
}

/// <summary>The queue took nothing, as while it is shut down; what the ledger has is enqueued later.</summary>
internal sealed class QueueException(Exception cause) : Exception("The queue did not take it.", cause);
