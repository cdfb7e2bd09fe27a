using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>The files that a batch reads: of this machine, or received and kept.</summary>
internal static class BatchFiles
{
    public const string Folder = "source/";

    /// <summary>The prefix of what came with one upload.</summary>
    public static string FolderOf(string workPrefix, string upload) => $"{workPrefix}{Folder}{upload}/";

    public static string KeyOf(string workPrefix, string upload, int index) =>
        FormattableString.Invariant($"{FolderOf(workPrefix, upload)}{index:D6}");

    public static async Task<IReadOnlyList<SourceFile>> OfAsync(
        BatchOrder order, IObjectStore store, BatchSettings settings, CancellationToken cancelled)
    {
        if (order.Source.LocalPath is { } path)
            return SourceFile.At(path);
        var work = settings.WorkOf(order.Id);
        var files = new List<SourceFile>();
        foreach (var (index, name) in order.Source.Received!.Index())
        {
            var key = KeyOf(work, order.Source.Folder!, index);
            if (await store.LengthAsync(key, cancelled) is null)
                throw new FileNotFoundException("A received source is gone.");
            files.Add(new SourceFile(name, () => Open(store, key)));
        }

        return files;
    }

    /// <summary>Sources are read by libraries that do not wait; a worker has a thread of its own for that.</summary>
    private static Stream Open(IObjectStore store, string key) =>
        store.OpenAsync(key, CancellationToken.None).GetAwaiter().GetResult();
}
