using KiemDiem.Docs.Batch.Storage;

namespace KiemDiem.Docs.Tests.Batch.Work;

/// <summary>A store that does with each object whatever a test wants before it does what it should.</summary>
internal sealed class FaultyStore(IObjectStore inner) : IObjectStore
{
    /// <summary>May throw, or wait; gets the key.</summary>
    public Func<string, Task> BeforePut { get; set; } = _ => Task.CompletedTask;

    /// <summary>Of what is kept.</summary>
    public Func<string, Stream, Stream> Opened { get; set; } = (_, stream) => stream;

    public async Task PutAsync(string key, Stream content, CancellationToken cancelled)
    {
        await BeforePut(key).WaitAsync(cancelled);
        await inner.PutAsync(key, content, cancelled);
    }

    public async Task<Stream> OpenAsync(string key, CancellationToken cancelled) =>
        Opened(key, await inner.OpenAsync(key, cancelled));

    public Task<long?> LengthAsync(string key, CancellationToken cancelled) => inner.LengthAsync(key, cancelled);

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancelled) =>
        inner.ListAsync(prefix, cancelled);

    public Task DeleteAllAsync(string prefix, CancellationToken cancelled) => inner.DeleteAllAsync(prefix, cancelled);
}
