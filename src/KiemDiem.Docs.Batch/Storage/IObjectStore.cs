namespace KiemDiem.Docs.Batch.Storage;

/// <summary>
/// Where batches keep what they read and make: a folder, or a bucket. An object appears whole or not at all.
/// </summary>
/// <remarks>
/// Keys are relative, with "/" between the parts. Whoever writes a key again writes the same bytes, for a result is
/// a function of record, form and program: so no store has to refuse a second writer.
/// </remarks>
public interface IObjectStore
{
    /// <summary>Writes all of a stream under a key, over what was there.</summary>
    Task PutAsync(string key, Stream content, CancellationToken cancelled);

    /// <summary>
    /// The same for one of many: it is there at once, but survives a power cut only after <see cref="SettleAsync"/>.
    /// </summary>
    Task PutUnsettledAsync(string key, Stream content, CancellationToken cancelled) =>
        PutAsync(key, content, cancelled);

    /// <summary>After this, all that was put before survives a power cut.</summary>
    Task SettleAsync(CancellationToken cancelled) => Task.CompletedTask;

    /// <summary>Opens an object for reading; the stream can seek.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken cancelled);

    /// <returns>The length in bytes; null where there is no such object.</returns>
    Task<long?> LengthAsync(string key, CancellationToken cancelled);

    /// <summary>The keys below a prefix that ends with "/", in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancelled);

    /// <summary>Deletes all that is below a prefix that ends with "/". What is not there is no mistake.</summary>
    Task DeleteAllAsync(string prefix, CancellationToken cancelled);
}
