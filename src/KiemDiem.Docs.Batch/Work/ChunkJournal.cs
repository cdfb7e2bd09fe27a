using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// What this machine has done of a chunk already. After a kill only the records in flight are rendered again.
/// </summary>
/// <remarks>
/// It is a help, not the truth: each of its lines counts only if the files are there with their sums. So it needs no
/// care for power cuts, and a line cut in the middle costs one record.
/// </remarks>
internal sealed class ChunkJournal : IDisposable
{
    private readonly FileStream file;
    private readonly Dictionary<long, RecordResult> earlier;

    private ChunkJournal(string path, Dictionary<long, RecordResult> earlier)
    {
        this.earlier = earlier;
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public static ChunkJournal Open(BatchSettings settings, string batch, int chunk)
    {
        var path = PathOf(settings, batch, chunk);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var earlier = new Dictionary<long, RecordResult>();
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
                Read(line, earlier);

            // The line that was cut must not run into the next one.
            File.AppendAllText(path, "\n");
        }

        return new ChunkJournal(path, earlier);
    }

    /// <returns>What was done before, if its files are still what they were.</returns>
    public async Task<RecordResult?> FindAsync(
        long number, IObjectStore store, string prefix, CancellationToken cancelled)
    {
        if (!earlier.TryGetValue(number, out var result))
            return null;
        foreach (var made in result.Files)
        {
            if (!await IsThereAsync(made, store, prefix, cancelled))
                return null;
        }

        return result;
    }

    /// <param name="line">A <see cref="ResultLine"/> and its end, in one call: two could be parted by a kill.</param>
    public void Add(ReadOnlySpan<byte> line) => file.Write(line);

    /// <summary>The chunk is done, and written down as done.</summary>
    public static void Delete(BatchSettings settings, string batch, int chunk) =>
        File.Delete(PathOf(settings, batch, chunk));

    /// <summary>Whatever is left of a batch. Its name may be given again, and then means another one.</summary>
    public static void DeleteAll(BatchSettings settings, string batch)
    {
        var folder = FolderOf(settings, batch);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => file.Dispose();

    private static string FolderOf(BatchSettings settings, string batch) =>
        Path.Combine(settings.DataDir, "journal", batch);

    private static string PathOf(BatchSettings settings, string batch, int chunk) =>
        Path.Combine(FolderOf(settings, batch), FormattableString.Invariant($"{chunk:D6}.ndjson"));

    private static void Read(string line, Dictionary<long, RecordResult> earlier)
    {
        try
        {
            var result = ResultLine.Read(Encoding.UTF8.GetBytes(line));
            earlier[result.Number] = result;
        }
        catch (InvalidDataException)
        {
            // It was cut.
        }
    }

    private static async Task<bool> IsThereAsync(
        ResultFile made, IObjectStore store, string prefix, CancellationToken cancelled)
    {
        if (await store.LengthAsync(prefix + made.Path, cancelled) != made.Bytes)
            return false;
        await using var stream = await store.OpenAsync(prefix + made.Path, cancelled);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancelled)) == made.Sha256;
    }
}
