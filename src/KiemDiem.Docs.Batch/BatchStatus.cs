using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Batch;

public enum BatchState
{
    /// <summary>The source is being read; what was read is rendered already.</summary>
    Ingesting,

    /// <summary>The whole source was read; its number of records is known.</summary>
    Running,

    /// <summary>Every record has its result, and the manifest is written.</summary>
    Done,

    /// <summary>Somebody stopped it. What is done stays; it can go on.</summary>
    Cancelled,

    /// <summary>It cannot go on by itself, for the disk is full or the source unreadable; afterwards it can.</summary>
    Attention,
}

/// <summary>How far a batch is.</summary>
/// <param name="Id">ASCII letters, digits and hyphens.</param>
/// <param name="State">See there.</param>
/// <param name="Total">Records of the source; null while it is still being read.</param>
/// <param name="Done">Records with files.</param>
/// <param name="Failed">Records with problems.</param>
/// <param name="Bytes">Of all files made.</param>
/// <param name="PerSecond">Records a second since work began or went on.</param>
/// <param name="Remaining">By that rate; null where it cannot be told.</param>
/// <param name="Created">When it was handed in.</param>
/// <param name="Finished">When it ended; null before.</param>
/// <param name="InputSha256">Of its source and options; tells whether the same was handed in again.</param>
/// <param name="Fault">Why it needs attention.</param>
public sealed record BatchStatus(
    string Id,
    BatchState State,
    long? Total,
    long Done,
    long Failed,
    long Bytes,
    double PerSecond,
    TimeSpan? Remaining,
    DateTimeOffset Created,
    DateTimeOffset? Finished,
    string InputSha256,
    Problem? Fault)
{
    /// <summary>Whether this program began it; another one must not go on with it.</summary>
    public bool IsOwnProgram { get; init; } = true;

    /// <summary>Nothing more happens unless somebody says so.</summary>
    public bool HasEnded => State is BatchState.Done or BatchState.Cancelled or BatchState.Attention;
}
