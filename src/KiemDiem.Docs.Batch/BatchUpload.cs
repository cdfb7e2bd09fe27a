using System.Security.Cryptography;
using System.Text;
using KiemDiem.Docs.Batch.Ledger;
using KiemDiem.Docs.Batch.Storage;
using KiemDiem.Docs.Batch.Work;

namespace KiemDiem.Docs.Batch;

/// <summary>A source on its way in: kept in the store of the batch, hashed as it comes.</summary>
/// <remarks>
/// In a folder of its own, for the batch may be there already: whoever sends again what he sent before must not write
/// over what is being worked on.
/// </remarks>
public sealed class BatchUpload
{
    private const int FolderBytes = 8;

    private readonly IObjectStore store;
    private readonly string prefix;
    private readonly string folder = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FolderBytes));
    private readonly long? room;
    private readonly List<string> names = [];
    private readonly IncrementalHash sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal BatchUpload(IObjectStore store, string prefix, long? room)
    {
        this.store = store;
        this.prefix = prefix;
        this.room = room;
    }

    /// <summary>Of all names and bytes so far, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(sum.GetCurrentHash());

    internal long Bytes { get; private set; }

    internal BatchSource Source => new(LocalPath: null, [.. names], folder);

    /// <summary>Receives one file.</summary>
    /// <param name="name">As its sender calls it; only its last part counts.</param>
    /// <param name="content">Read to its end, once.</param>
    /// <param name="cancelled">Stops it.</param>
    /// <exception cref="DiskLimitException">It would pass the limit that was set; nothing of it is kept.</exception>
    public async Task AddAsync(string name, Stream content, CancellationToken cancelled)
    {
        var last = name.Split('/', '\\')[^1];
        sum.AppendData(Encoding.UTF8.GetBytes(last + "\n"));
        await using var counted = new CountedStream(content, sum, room - Bytes);
        await store.PutAsync(BatchFiles.KeyOf(prefix, folder, names.Count), counted, cancelled);
        Bytes += counted.Bytes;
        names.Add(last);
    }

    /// <summary>Deletes what was received.</summary>
    public Task DiscardAsync() => store.DeleteAllAsync(BatchFiles.FolderOf(prefix, folder), CancellationToken.None);
}

/// <summary>The disk that batches may use would be passed.</summary>
public sealed class DiskLimitException : Exception
{
    public DiskLimitException()
        : base("The batches would pass the disk limit that was set.")
    {
    }
}
