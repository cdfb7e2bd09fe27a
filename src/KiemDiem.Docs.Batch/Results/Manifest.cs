namespace KiemDiem.Docs.Batch.Results;

/// <summary>What stands before the records in a manifest.</summary>
/// <param name="Program">What made the files.</param>
/// <param name="Options">What was asked for, as far as it decides what the files are; written in ordinal order.</param>
public sealed record ManifestHead(ManifestProgram Program, IReadOnlyDictionary<string, string> Options);

/// <param name="Version">For people.</param>
/// <param name="Fingerprint">The same only for programs and forms that make the same bytes.</param>
public sealed record ManifestProgram(string Version, string Fingerprint);

/// <summary>What stands after the records.</summary>
/// <param name="Records">All of the source.</param>
/// <param name="Done">Those with files.</param>
/// <param name="Failed">Those with problems.</param>
/// <param name="Files">Of all records.</param>
/// <param name="Bytes">Of all files.</param>
public sealed record ManifestTotals(long Records, long Done, long Failed, long Files, long Bytes)
{
    public static ManifestTotals Zero { get; } = new(0, 0, 0, 0, 0);

    public ManifestTotals With(RecordResult result) => new(
        Records + 1,
        Done + (result.IsDone ? 1 : 0),
        Failed + (result.IsDone ? 0 : 1),
        Files + result.Files.Count,
        Bytes + result.Files.Sum(file => file.Bytes));
}
