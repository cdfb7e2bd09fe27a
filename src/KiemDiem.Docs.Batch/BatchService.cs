using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Batch;

/// <summary>The one entry to batches, for the service and for the command line alike.</summary>
public sealed class BatchService
{
    /// <summary>Begins to receive a source that is to be kept with the batch.</summary>
    public BatchUpload BeginUpload(string id) => throw new NotImplementedException();

    /// <summary>Hands in a batch whose source was received; work begins at once.</summary>
    /// <returns>Its status; that of the batch that is there already if there is one with this id.</returns>
    public Task<BatchStatus> SubmitAsync(
        string id, BatchOptions options, BatchUpload source, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <returns>Null where there is no such batch.</returns>
    public Task<BatchStatus?> FindAsync(string id, CancellationToken cancelled) => throw new NotImplementedException();

    /// <summary>Stops a batch within a second or two; what is done stays.</summary>
    /// <returns>The status; null where there is no such batch.</returns>
    public Task<BatchStatus?> CancelAsync(string id, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <summary>Lets a batch go on that was stopped or needed attention.</summary>
    /// <returns>The status; null where there is no such batch.</returns>
    public Task<BatchStatus?> ResumeAsync(string id, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <summary>What became of the records so far, in the order of the source; chunks in work are left out.</summary>
    public IAsyncEnumerable<RecordResult> ResultsAsync(string id, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <summary>The paths of what a batch has made so far, in ordinal order: documents, and at its end the lists.</summary>
    public IAsyncEnumerable<string> OutputsAsync(string id, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <summary>Opens one of them.</summary>
    /// <returns>Null where there is none of that path.</returns>
    public Task<Stream?> OpenOutputAsync(string id, string path, CancellationToken cancelled) =>
        throw new NotImplementedException();
}
