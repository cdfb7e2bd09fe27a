using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>All that batches ever log. No value, no file name: those hold people's names.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "A record could not be rendered by our own fault: {Kind} at {Place}")]
    public static partial void OwnFault(ILogger log, string kind, string place);

    [LoggerMessage(LogLevel.Warning, "Chunk {Chunk} of batch {Batch} failed in attempt {Attempt}: {Kind} at {Place}")]
    public static partial void ChunkFailed(
        ILogger log, string batch, int chunk, int attempt, string kind, string place);

    [LoggerMessage(LogLevel.Error, "The source or the lists of batch {Batch} failed: {Kind} at {Place}")]
    public static partial void WorkFailed(ILogger log, string batch, string kind, string place);

    [LoggerMessage(
        LogLevel.Warning,
        "Batch {Batch} was begun by another program ({Theirs}, this is {Ours}): it waits for a worker that is alike")]
    public static partial void OtherProgram(ILogger log, string batch, string theirs, string ours);

    [LoggerMessage(LogLevel.Error, "Batch {Batch} needs attention: {Code}")]
    public static partial void NeedsAttention(ILogger log, string batch, string code);

    [LoggerMessage(LogLevel.Information, "Batch {Batch} is done: {Done} records, {Failed} with problems")]
    public static partial void Done(ILogger log, string batch, long done, long failed);

    [LoggerMessage(LogLevel.Information, "Batch {Batch} has expired and was deleted")]
    public static partial void Expired(ILogger log, string batch);
}
