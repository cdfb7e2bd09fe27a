using System.Globalization;
using System.Text.Json;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Batch;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>Tells how far a batch is whenever that changes, as server-sent events, until it has ended.</summary>
/// <remarks>Source: HTML Living Standard, 9.2 (Server-sent events).</remarks>
internal sealed class StatusEvents(
    BatchService batches, TimeProvider clock, IHostApplicationLifetime life, int mostAtOnce = StatusEvents.MostAtOnce)
    : IDisposable
{
    public const string MediaType = "text/event-stream";

    /// <summary>Each of them asks the ledger once a second.</summary>
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Proxies give up a connection on which nothing comes for a minute.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim places = new(mostAtOnce);

    /// <summary>How many listen now.</summary>
    internal int Listening => mostAtOnce - places.CurrentCount;

    /// <exception cref="RefusedException">There is no such batch, or too many are listening.</exception>
    public async Task WriteAsync(HttpContext http, string id)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, life.ApplicationStopping);
        if (!places.Wait(TimeSpan.Zero, CancellationToken.None))
            throw new RefusedException(Refuse.Busy());
        try
        {
            var status = await batches.FindAsync(id, stop.Token)
                ?? throw new RefusedException(RefuseBatch.UnknownBatch());
            if (status.HasEnded && http.Request.Headers["Last-Event-ID"] == IdOf(status))
            {
                // To a browser that comes again after the end, this says that nothing more will come.
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            http.Response.ContentType = MediaType;
            http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would gather the events.
            await WriteUntilEndAsync(http.Response, status, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody listens any more, or the service stops: the listener comes again by himself.
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task WriteUntilEndAsync(HttpResponse response, BatchStatus first, CancellationToken stop)
    {
        var last = string.Empty;
        var silentSince = clock.GetTimestamp();
        for (var status = first; status is not null; status = await batches.FindAsync(status.Id, stop))
        {
            var json = JsonSerializer.Serialize(BatchAnswer.Of(status), ApiJson.Context.BatchAnswer);
            var text = json != last ? $"id: {IdOf(status)}\nevent: status\ndata: {json}\n\n"
                : clock.GetElapsedTime(silentSince) >= Heartbeat ? ":\n\n"
                : string.Empty;
            if (text.Length > 0)
            {
                await response.WriteAsync(text, stop);
                await response.Body.FlushAsync(stop);
                silentSince = clock.GetTimestamp();
            }

            if (status.HasEnded)
                return;
            last = json;
            await Task.Delay(Pause, clock, stop);
        }
    }

    private static string IdOf(BatchStatus status) => string.Create(
        CultureInfo.InvariantCulture, $"{status.State.ToString().ToLowerInvariant()}-{status.Done + status.Failed}");
}
