using KiemDiem.Docs.Batch.Ledger;

namespace KiemDiem.Docs.Batch.Engine;

/// <summary>What must be so before anything is written: the tables are there, the data folder is ours.</summary>
/// <remarks>
/// One process for each data folder: a second scheduler on the same SQLite file would corrupt it. The kernel frees the
/// lock when the process ends, however it ends.
/// </remarks>
internal sealed class EngineFolder(BatchLedger ledger, BatchSettings settings) : IDisposable
{
    private FileStream? held;

    /// <exception cref="FolderInUseException">Another process has it.</exception>
    public async Task PrepareAsync(CancellationToken cancelled)
    {
        if (held is null && settings.Mode == BatchMode.Embedded)
        {
            held = Take(settings.DataDir);
            RemoveLeftovers();
        }

        await ledger.CreateTablesAsync(cancelled);
    }

    public void Dispose() => held?.Dispose();

    /// <summary>What a process that was killed could not throw away itself.</summary>
    private void RemoveLeftovers()
    {
        foreach (var name in (string[])["scratch", "tmp"])
        {
            var left = Path.Combine(settings.DataDir, name);
            if (Directory.Exists(left))
                Directory.Delete(left, recursive: true);
        }
    }

    private static FileStream Take(string dataDir)
    {
        Directory.CreateDirectory(dataDir);
        var path = Path.Combine(dataDir, "engine.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new FolderInUseException(e);
        }
    }
}

/// <summary>Another process works in this folder.</summary>
public sealed class FolderInUseException(Exception cause)
    : Exception("Một tiến trình khác đang làm việc trong thư mục này.", cause);
