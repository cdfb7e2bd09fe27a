namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// As many chunks are rendered at once as was said. A chunk that waits for the disk has given its turn away, so that no
/// processor waits with it.
/// </summary>
internal sealed class RenderTurns(BatchSettings settings) : IDisposable
{
    private readonly SemaphoreSlim free = new(settings.WorkersOrDefault);

    public async Task<RenderTurn> TakeAsync(CancellationToken cancelled)
    {
        await free.WaitAsync(cancelled);
        return new RenderTurn(free);
    }

    public void Dispose() => free.Dispose();
}

/// <summary>The right to render; given away once, however often it is said.</summary>
internal sealed class RenderTurn(SemaphoreSlim free) : IDisposable
{
    private int given;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref given, 1) == 0)
            free.Release();
    }
}
