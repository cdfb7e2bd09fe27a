using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch.Ledger;

/// <summary>Where a batch reads from. One of the two is set.</summary>
/// <param name="LocalPath">A file or folder of this machine; for the command line only.</param>
/// <param name="Received">The names of the files that were received, in order; kept in the store.</param>
/// <param name="Folder">Where they are kept.</param>
internal sealed record BatchSource(string? LocalPath, IReadOnlyList<string>? Received, string? Folder);

/// <summary>What does not change about a batch once it is handed in.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Options">What is to be made.</param>
/// <param name="Source">Of what.</param>
/// <param name="InputSha256">Of options and source.</param>
/// <param name="Renderer">The program that makes it; another would make other bytes, so it must not go on.</param>
/// <param name="InputBytes">Bytes of the source that are kept in the store.</param>
/// <param name="ChunkRecords">
/// Kept with it: read again with another number, its records would fall into other chunks.
/// </param>
/// <param name="Created">When it was handed in.</param>
internal sealed record BatchOrder(
    string Id,
    BatchOptions Options,
    BatchSource Source,
    string InputSha256,
    string Renderer,
    long InputBytes,
    int ChunkRecords,
    DateTimeOffset Created);

/// <summary>A batch as the ledger has it.</summary>
/// <param name="Order">What was handed in.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Total">Its number of records; null while the source is being read.</param>
/// <param name="Resumed">When work began or last went on.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Fault">Why it needs attention.</param>
internal sealed record BatchRow(
    BatchOrder Order,
    BatchState State,
    long? Total,
    DateTimeOffset Resumed,
    DateTimeOffset? Finished,
    Problem? Fault);

/// <summary>The chunks of a batch, added up.</summary>
/// <param name="Pending">Chunks that are not done.</param>
/// <param name="Done">Records with files.</param>
/// <param name="Failed">Records with problems.</param>
/// <param name="DoneSinceResumed">Records of both kinds, since work began or last went on.</param>
/// <param name="Bytes">Of the files made.</param>
internal sealed record ChunkSums(int Pending, long Done, long Failed, long DoneSinceResumed, long Bytes);

/// <summary>A chunk that a worker has just begun.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Attempt">From 1.</param>
internal sealed record StartedChunk(int Number, int Attempt);

/// <summary>What came of a chunk.</summary>
/// <param name="Part">The key of its part.</param>
/// <param name="Done">Records with files.</param>
/// <param name="Failed">Records with problems.</param>
/// <param name="Bytes">Of the files.</param>
internal sealed record ChunkOutcome(string Part, int Done, int Failed, long Bytes);

/// <summary>A finished chunk.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Part">The key of its part.</param>
/// <param name="HasFailures">Some of its records have problems.</param>
internal sealed record DonePart(int Number, string Part, bool HasFailures);
