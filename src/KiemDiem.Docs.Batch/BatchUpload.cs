namespace KiemDiem.Docs.Batch;

/// <summary>A source on its way in: kept in the store of the batch, hashed as it comes.</summary>
public sealed class BatchUpload
{
    /// <summary>Of all names and bytes so far, in lower-case hexadecimal digits.</summary>
    public string Sha256 => throw new NotImplementedException();

    /// <summary>Receives one file.</summary>
    /// <param name="name">As its sender calls it; only its last part counts.</param>
    /// <param name="content">Read to its end, once.</param>
    /// <param name="cancelled">Stops it.</param>
    /// <exception cref="DiskLimitException">It would pass the limit that was set; nothing of it is kept.</exception>
    public Task AddAsync(string name, Stream content, CancellationToken cancelled) =>
        throw new NotImplementedException();

    /// <summary>Deletes what was received.</summary>
    public Task DiscardAsync() => throw new NotImplementedException();
}

/// <summary>The disk that batches may use would be passed.</summary>
public sealed class DiskLimitException : Exception
{
    public DiskLimitException()
        : base("The batches would pass the disk limit that was set.")
    {
    }
}
