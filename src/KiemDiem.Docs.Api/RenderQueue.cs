using System.Threading.RateLimiting;
using KiemDiem.Docs.Api.Refusals;

namespace KiemDiem.Docs.Api;

/// <summary>Lets as many documents be made at once as there are processors; more would only cost memory.</summary>
internal sealed class RenderQueue : IDisposable
{
    /// <summary>Who comes after these is told to come again.</summary>
    private const int MaxWaiting = 500;

    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Environment.ProcessorCount,
        QueueLimit = MaxWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="RefusedException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancelled)
    {
        using var lease = await limiter.AcquireAsync(1, cancelled);
        return lease.IsAcquired ? work() : throw new RefusedException(Refuse.Busy());
    }

    public void Dispose() => limiter.Dispose();
}
