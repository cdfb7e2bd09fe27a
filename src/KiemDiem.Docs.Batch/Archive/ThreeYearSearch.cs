using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>The three years' reviews in the finished batches below a folder.</summary>
public static class ThreeYearSearch
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    /// <param name="folder">Of one batch, or of several, each in its own folder.</param>
    /// <param name="year">The last of the years.</param>
    /// <param name="cancelled">Stops it.</param>
    /// <exception cref="FileNotFoundException">No batch of an archive has ended in it.</exception>
    /// <exception cref="InvalidDataException">A manifest is broken.</exception>
    public static ThreeYearReport In(string folder, int year, CancellationToken cancelled)
    {
        var years = new ThreeYears(year);
        var isArchive = false;
        foreach (var path in Directory.EnumerateFiles(folder, ResultLists.Manifest, Everywhere))
        {
            using var stream = File.OpenRead(path);
            foreach (var record in ManifestReader.Open(stream).Records())
            {
                cancelled.ThrowIfCancellationRequested();
                isArchive |= record.Archive is not null;
                years.Add(record.Archive);
            }
        }

        return isArchive ? years.Report() : throw new FileNotFoundException("There is no batch of an archive.");
    }
}
