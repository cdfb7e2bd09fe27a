using System.Collections.Concurrent;
using KiemDiem.Docs.Tests.Snapshots;
using KiemDiem.Docs.Tests.Support;

[assembly: AssemblyFixture(typeof(ReportFile))]

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>Gathers what the tests of a run find and writes the report at its end; a good run leaves none.</summary>
public sealed class ReportFile : IDisposable
{
    public const string Name = "tests/KiemDiem.Docs.Tests/TestResults/snapshots.html";

    private static readonly string Place = Path.Combine(Repository.Root, Name);

    private readonly ConcurrentBag<Mismatch> mismatches = [];

    /// <summary>The report of an earlier run says nothing of this one.</summary>
    public ReportFile()
    {
        if (File.Exists(Place))
            File.Delete(Place);
    }

    public void Dispose()
    {
        if (mismatches.IsEmpty)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        var ordered = mismatches.OrderBy(mismatch => mismatch.Name, StringComparer.Ordinal).ToList();
        File.WriteAllText(Place, SnapshotReport.Of(ordered));
    }

    /// <summary>Fails with a sentence for each mismatch and the way to the report.</summary>
    internal void AssertNone(IReadOnlyCollection<Mismatch> found, string advice)
    {
        foreach (var mismatch in found)
            mismatches.Add(mismatch);
        var sentences = found.Select(mismatch => $"{mismatch.Name}: {mismatch.What}");
        Assert.True(found.Count == 0, $"{string.Join('\n', sentences)}\nSee {Name} when the run has ended. {advice}");
    }
}
