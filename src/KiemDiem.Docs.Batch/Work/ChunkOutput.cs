using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work.Rendering;
using KiemDiem.Docs.Batch.Zips;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>Where the files of one chunk go.</summary>
internal interface IChunkOutput : IAsyncDisposable
{
    /// <param name="name">The record's path, without ending.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="cancelled">Stops it.</param>
    Task<ResultFile> PutAsync(string name, RenderedFile file, CancellationToken cancelled);

    /// <summary>No more files come.</summary>
    Task FinishAsync(CancellationToken cancelled);
}

/// <summary>A file each.</summary>
internal sealed class FileOutput(IObjectStore store, string prefix) : IChunkOutput
{
    public async Task<ResultFile> PutAsync(string name, RenderedFile file, CancellationToken cancelled)
    {
        var path = $"{name}.{file.Format}";
        await store.PutUnsettledAsync(prefix + path, new MemoryStream(file.Bytes, writable: false), cancelled);
        return new ResultFile(path, file.Format, file.Bytes.Length, file.Pages, file.Sha256, Zip: null);
    }

    public Task FinishAsync(CancellationToken cancelled) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// All in one ZIP file. Its own sum is kept beside, for nobody could read a million files again to learn their sums.
/// </summary>
internal sealed class ZipOutput : IChunkOutput
{
    private readonly IObjectStore store;
    private readonly string key;
    private readonly string path;
    private readonly string sumKey;
    private readonly FileStream spool;
    private readonly ChunkZip zip;
    private bool isEmpty = true;

    public ZipOutput(IObjectStore store, string outputPrefix, string workPrefix, int chunk, string scratch)
    {
        this.store = store;
        path = PathOf(chunk);
        key = outputPrefix + path;
        sumKey = workPrefix + SumOf(path);
        spool = Scratch.NewFile(scratch);
        zip = new ChunkZip(spool);
    }

    public static string SumOf(string path) => path + ".sha256";

    public Task<ResultFile> PutAsync(string name, RenderedFile file, CancellationToken cancelled)
    {
        var inside = $"{name}.{file.Format}";
        zip.Add(inside, file.Bytes);
        isEmpty = false;
        return Task.FromResult(
            new ResultFile(inside, file.Format, file.Bytes.Length, file.Pages, file.Sha256, path));
    }

    /// <summary>Where every record failed there is no file: no list would name it.</summary>
    public async Task FinishAsync(CancellationToken cancelled)
    {
        if (isEmpty)
            return;
        zip.Complete();
        spool.Position = 0;
        var sum = await Sha256Sum.OfAsync(spool, cancelled);
        spool.Position = 0;
        await store.PutAsync(key, spool, cancelled);
        await store.PutAsync(sumKey, new MemoryStream(System.Text.Encoding.ASCII.GetBytes(sum)), cancelled);
    }

    public ValueTask DisposeAsync() => spool.DisposeAsync();

    private static string PathOf(int chunk) => FormattableString.Invariant($"zip/{chunk:D6}.zip");
}
