using System.Globalization;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>How the files are called that an archive is given beside the documents.</summary>
public static class ArchiveNames
{
    /// <summary>What is known about a file and its documents.</summary>
    internal const string Metadata = "ho-so";

    /// <summary>What is in a file, and at the root: which files there are.</summary>
    internal const string Contents = "muc-luc";

    /// <summary>Whether a document must not be called so, in capitals or not: such a file stands beside it.</summary>
    /// <param name="fileName">Without folders.</param>
    public static bool AreTakenFor(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return new[] { Metadata, Contents }.Any(name =>
            stem.Equals(name, StringComparison.OrdinalIgnoreCase)
            || stem.StartsWith(name + "-tap-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The first volume has the plain name, whether others follow or not.</summary>
    internal static string Of(string name, int? volume, string ending) => volume is null or 1
        ? name + ending
        : string.Create(CultureInfo.InvariantCulture, $"{name}-tap-{volume}{ending}");
}
