using System.Threading.RateLimiting;
using KiemDiem.Docs.Api.Refusals;

namespace KiemDiem.Docs.Api;

/// <summary>Lets as many documents be made at once as there are processors; more would only cost memory.</summary>
/// <param name="atOnce">How many at once.</param>
/// <param name="waiting">How many may wait; who comes after these is told to come again.</param>
internal sealed class RenderQueue(int atOnce, int waiting) : IDisposable
{
    private const int DefaultWaiting = 500;

    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = atOnce,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public static RenderQueue ForThisMachine() => new(Environment.ProcessorCount, DefaultWaiting);

    /// <exception cref="RefusedException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancelled)
    {
        using var lease = await limiter.AcquireAsync(1, cancelled);
        return lease.IsAcquired ? work() : throw new RefusedException(Refuse.Busy());
    }

    public void Dispose() => limiter.Dispose();
}
