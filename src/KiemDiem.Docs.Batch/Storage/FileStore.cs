using System.Runtime.CompilerServices;

namespace KiemDiem.Docs.Batch.Storage;

/// <summary>Objects as files of a folder, local or shared.</summary>
/// <param name="root">The folder.</param>
/// <param name="aside">Where files are written before they get their name: on the same file system.</param>
/// <param name="survivesPowerCut">Whether a file is on the disk before it gets its name.</param>
public sealed class FileStore(string root, string aside, bool survivesPowerCut) : IObjectStore
{
    private const int Unbuffered = 0;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public Task PutAsync(string key, Stream content, CancellationToken cancelled) =>
        PutAsync(key, content, survivesPowerCut, cancelled);

    public Task PutUnsettledAsync(string key, Stream content, CancellationToken cancelled) =>
        PutAsync(key, content, survivesPowerCut && !DiskCache.CanBeWritten, cancelled);

    public Task SettleAsync(CancellationToken cancelled)
    {
        // The call blocks for as long as the disk takes: not one of the threads that others wait for.
        return survivesPowerCut && DiskCache.CanBeWritten
            ? Task.Factory.StartNew(
                () => DiskCache.Write(aside), cancelled, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : Task.CompletedTask;
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancelled)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception e) when (e is DirectoryNotFoundException || Directory.Exists(PathOf(key)))
        {
            throw new FileNotFoundException("There is no such object.", e);
        }
    }

    public Task<long?> LengthAsync(string key, CancellationToken cancelled)
    {
        var file = new FileInfo(PathOf(key));
        return Task.FromResult<long?>(file.Exists ? file.Length : null);
    }

    public async IAsyncEnumerable<string> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancelled)
    {
        await Task.CompletedTask;
        foreach (var key in Below(prefix.TrimEnd('/')))
        {
            cancelled.ThrowIfCancellationRequested();
            yield return key;
        }
    }

    public Task DeleteAllAsync(string prefix, CancellationToken cancelled)
    {
        var folder = FolderOf(prefix);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Removes what a process that was killed left half written.</summary>
    public void RemoveAbandoned(DateTimeOffset now)
    {
        if (!Directory.Exists(aside))
            return;
        foreach (var file in Directory.EnumerateFiles(aside))
        {
            if (now.UtcDateTime - File.GetLastWriteTimeUtc(file) > Abandoned)
                File.Delete(file);
        }
    }

    private async Task PutAsync(string key, Stream content, bool atOnce, CancellationToken cancelled)
    {
        var final = PathOf(key);
        var temporary = Path.Combine(aside, Path.GetRandomFileName());
        try
        {
            await WriteAsideAsync(temporary, content, atOnce, cancelled);
            _ = WithFolder(final, () => Move(temporary, final));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Most files come into a folder that is there already: it is made only where it is missed.</summary>
    private static T WithFolder<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return act();
        }
    }

    private static bool Move(string temporary, string final)
    {
        File.Move(temporary, final, overwrite: true);
        return true;
    }

    private static async Task WriteAsideAsync(
        string temporary, Stream content, bool atOnce, CancellationToken cancelled)
    {
        await using var file = WithFolder(temporary, () => new FileStream(
            temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, Unbuffered));

        // What is here already needs no other thread to be copied by, which would cost more than the copy.
        if (content is MemoryStream)
            content.CopyTo(file);
        else
            await content.CopyToAsync(file, cancelled);
        if (atOnce)
            file.Flush(flushToDisk: true);
    }

    /// <summary>
    /// A folder's own name sorts before its files' as "a" before "a/b", but "a-b" stands between them: so a folder is
    /// compared with its slash.
    /// </summary>
    private IEnumerable<string> Below(string folder)
    {
        var path = FolderOf(folder);
        if (!Directory.Exists(path))
            return [];
        var start = folder.Length == 0 ? "" : folder + "/";
        return new DirectoryInfo(path).EnumerateFileSystemInfos()
            .Where(entry => entry.FullName != Path.GetFullPath(aside))
            .Select(entry => (Key: start + entry.Name, IsFolder: entry is DirectoryInfo))
            .OrderBy(entry => entry.IsFolder ? entry.Key + "/" : entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.IsFolder ? Below(entry.Key) : [entry.Key]);
    }

    private string FolderOf(string prefix) => prefix.Trim('/').Length == 0 ? root : PathOf(prefix.TrimEnd('/'));

    private string PathOf(string key)
    {
        string[] parts = key.Split('/');
        if (parts.Any(part => part is "" or "." or "..") || key.Contains('\\', StringComparison.Ordinal))
            throw new ArgumentException("A key is relative and goes only downwards.", nameof(key));
        return Path.Combine([root, .. parts]);
    }
}
