using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KiemDiem.Docs.Tests.Batch.Webhook;

/// <summary>A real server on this machine that is told of batches, and answers as it is asked to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Delivery> Deliveries { get; } = new();

    public Uri Address => new(new Uri(app.Urls.Single()), "/xong?dot=1");

    /// <summary>As it stands in a list of allowed hosts.</summary>
    public string Host => $"{Address.Host}:{Address.Port}";

    /// <param name="answer">What is done with a delivery; counted from 1.</param>
    public static async Task<Receiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            receiver.Deliveries.Enqueue(new Delivery(
                http.Request.Path + http.Request.QueryString,
                http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                body.ToArray()));
            await answer(http, receiver.Deliveries.Count);
        });
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> StartAsync(params int[] statuses) => StartAsync((http, count) =>
    {
        http.Response.StatusCode = statuses[Math.Min(count, statuses.Length) - 1];
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

internal sealed record Delivery(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
