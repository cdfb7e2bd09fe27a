using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Api.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace KiemDiem.Docs.Tests.Api.Batches;

public sealed class StatusEventsTests : IDisposable
{
    private readonly ApiService service = BatchCalls.Service();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task Each_event_is_a_status_the_last_one_is_the_end_and_then_the_stream_ends()
    {
        var address = await service.BeginAsync(BatchCalls.Records(900, wrong: [1]));
        using var response = await ListenAsync(address);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = await ReadAsync(response).ToListAsync(Cancelled);
        var states = events.Select(item => JsonNode.Parse(item.Data)!).ToList();

        Assert.True(events.Count > 2, $"{events.Count} events");
        Assert.All(events, item => Assert.Equal("status", item.EventType));
        Assert.All(events, item => Assert.False(string.IsNullOrEmpty(item.EventId)));
        string?[] atWork = ["ingesting", "running"];
        Assert.All(states.SkipLast(1), state => Assert.Contains((string?)state["state"], atWork));
        var last = states[^1];
        Assert.Equal(("done", 899, 1), ((string?)last["state"], (int)last["done"]!, (int)last["failed"]!));
        var done = states.Select(state => (int)state["done"]!).ToList();
        Assert.Equal(done.Order(), done);
    }

    [Fact]
    public async Task A_listener_that_comes_back_hears_how_it_stands_now_and_after_the_end_that_there_is_no_more()
    {
        var address = await service.BeginAsync(BatchCalls.Records(3));
        await service.EndAsync(address);
        using var first = await ListenAsync(address, lastEvent: "running-1");
        var last = Assert.Single(await ReadAsync(first).ToListAsync(Cancelled));

        using var second = await ListenAsync(address, last.EventId);

        Assert.Equal("done", (string?)JsonNode.Parse(last.Data)!["state"]);
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_asked_any_more_for_a_listener_who_has_gone()
    {
        var events = service.Services.GetRequiredService<StatusEvents>();
        var address = await service.BeginAsync(BatchCalls.Records(3_000));
        using (var response = await ListenAsync(address))
        {
            await using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
            Assert.True(await stream.ReadAsync(new byte[16], Cancelled) > 0);
            Assert.Equal(1, events.Listening);
        }

        for (var tries = 0; events.Listening > 0 && tries < 50; tries++)
            await Task.Delay(100, Cancelled);
        Assert.Equal(0, events.Listening);
        Assert.DoesNotContain(service.Log, line => line.Contains("Own fault", StringComparison.Ordinal));
        using var stopped = await service.Client.DeleteAsync(address, Cancelled);
    }

    private async Task<HttpResponseMessage> ListenAsync(string address, string? lastEvent = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/events");
        if (lastEvent is not null)
            request.Headers.Add("Last-Event-ID", lastEvent);
        return await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpResponseMessage response)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Cancelled))
            yield return item;
    }
}
