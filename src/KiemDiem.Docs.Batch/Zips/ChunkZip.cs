using System.IO.Hashing;

namespace KiemDiem.Docs.Batch.Zips;

/// <summary>
/// Puts files into a ZIP file whose bytes depend on nothing but the files and their order: stored, dated 1980-01-01,
/// names in UTF-8. For as many as one chunk has.
/// </summary>
/// <param name="target">Only written to; the caller disposes of it.</param>
public sealed class ChunkZip(Stream target)
{
    private readonly ZipLayout layout = new();
    private readonly List<byte[]> directory = [];

    /// <param name="path">With "/" between the parts.</param>
    /// <param name="file">All of it.</param>
    public void Add(string path, ReadOnlySpan<byte> file)
    {
        var (local, entry) = layout.Add(path, file.Length, Crc32.HashToUInt32(file));
        target.Write(local);
        target.Write(file);
        directory.Add(entry);
    }

    /// <summary>Writes the end. Without it the file is no ZIP file.</summary>
    public void Complete()
    {
        foreach (var entry in directory)
            target.Write(entry);
        target.Write(layout.End());
    }
}
