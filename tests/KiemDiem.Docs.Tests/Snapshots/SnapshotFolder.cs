using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>A file that is not as accepted.</summary>
/// <param name="Name">The sample's and its own.</param>
/// <param name="What">What is different, in a sentence.</param>
/// <param name="Old">What is accepted; null where nothing is.</param>
/// <param name="New">What the program makes; null where it makes nothing of the name.</param>
/// <param name="Marked">In a picture, the pixels to look at.</param>
internal sealed record Mismatch(string Name, string What, byte[]? Old, byte[]? New, IReadOnlyList<int> Marked)
{
    /// <summary>What <see cref="Old"/> and <see cref="New"/> are called in the report.</summary>
    public (string Old, string New) Captions { get; init; } = ("accepted", "now");

    public bool IsPicture => Name.EndsWith(".png", StringComparison.Ordinal);
}

/// <summary>The accepted files: a folder for each sample, and nothing else.</summary>
internal sealed class SnapshotFolder(string root)
{
    public const long MaxBytes = 15 * 1024 * 1024;

    /// <summary>The one in the checkout, among the files of this namespace.</summary>
    public static SnapshotFolder Accepted { get; } =
        new(Path.Combine(Repository.Root, "tests", "KiemDiem.Docs.Tests", "Snapshots"));

    /// <summary>What is not as accepted: changed, new, or no longer made.</summary>
    public IReadOnlyList<Mismatch> Compare(string sample, IReadOnlyList<Snapshot> made)
    {
        var found = new List<Mismatch>();
        foreach (var snapshot in made)
        {
            var file = FileOf(sample, snapshot.Name);
            var old = File.Exists(file) ? File.ReadAllBytes(file) : null;
            if (Difference(snapshot, old) is { } difference)
            {
                found.Add(new Mismatch(
                    $"{sample}/{snapshot.Name}", difference.What, old, snapshot.Content, difference.Marked));
            }
        }

        found.AddRange(OrphansOf(sample, made).Select(file => new Mismatch(
            $"{sample}/{Path.GetFileName(file)}", "is no longer made", File.ReadAllBytes(file), null, [])));
        return found;
    }

    /// <summary>Writes what is not as accepted and deletes what is no longer made; the rest stays untouched.</summary>
    public void Accept(string sample, IReadOnlyList<Snapshot> made)
    {
        Directory.CreateDirectory(FileOf(sample, string.Empty));
        foreach (var snapshot in made)
        {
            var file = FileOf(sample, snapshot.Name);
            if (Difference(snapshot, File.Exists(file) ? File.ReadAllBytes(file) : null) is not null)
                File.WriteAllBytes(file, snapshot.Content);
        }

        foreach (var file in OrphansOf(sample, made))
            File.Delete(file);
    }

    /// <summary>Files below the root that lie in no sample's folder.</summary>
    public IReadOnlyList<string> Strays(IEnumerable<string> samples)
    {
        var folders = samples.Select(sample => FileOf(sample, string.Empty).TrimEnd(Path.DirectorySeparatorChar))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Files().Where(file => !folders.Contains(Path.GetDirectoryName(file)!))];
    }

    public long Bytes() => Files().Sum(file => new FileInfo(file).Length);

    /// <summary>Deletes files, and the folders that they leave empty.</summary>
    public void Delete(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            File.Delete(file);
            for (var folder = Path.GetDirectoryName(file)!;
                folder != root && !Directory.EnumerateFileSystemEntries(folder).Any();
                folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }
    }

    private static (string What, IReadOnlyList<int> Marked)? Difference(Snapshot made, byte[]? old)
    {
        if (old is null)
            return ("is not accepted yet", []);
        if (old.AsSpan().SequenceEqual(made.Content))
            return null;
        if (!made.IsPicture)
            return (LineDiff.FirstDifference(old, made.Content), []);
        var difference = PictureDifference.Of(GreyPicture.Decode(old), GreyPicture.Decode(made.Content));
        return difference is null ? null : (difference.ToString(), difference.Marked);
    }

    private IEnumerable<string> OrphansOf(string sample, IReadOnlyList<Snapshot> made)
    {
        var folder = FileOf(sample, string.Empty);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder).Where(file => made.All(snapshot => snapshot.Name != Path.GetFileName(file)))
            : [];
    }

    /// <summary>The accepted files; the code beside the folders is none.</summary>
    private IEnumerable<string> Files() => Directory.GetDirectories(root)
        .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    private string FileOf(string sample, string name) => Path.Combine([root, .. sample.Split('/'), name]);
}
