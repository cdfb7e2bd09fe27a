using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Tests.Batch.Archive;

/// <summary>A store for tests that are not about storage: a folder, and no more.</summary>
internal sealed class FolderStore(string root) : IObjectStore
{
    public async Task PutAsync(string key, Stream content, CancellationToken cancelled)
    {
        var path = Path.Combine(root, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancelled);
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancelled) =>
        Task.FromResult<Stream>(File.OpenRead(Path.Combine(root, key)));

    public Task<long?> LengthAsync(string key, CancellationToken cancelled)
    {
        var file = new FileInfo(Path.Combine(root, key));
        return Task.FromResult(file.Exists ? file.Length : (long?)null);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancelled) => Entries.Stream(Directory
        .GetFiles(Path.Combine(root, prefix), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(root, file))
        .Order(StringComparer.Ordinal));

    public Task DeleteAllAsync(string prefix, CancellationToken cancelled)
    {
        var folder = Path.Combine(root, prefix);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
