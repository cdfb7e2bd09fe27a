using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Webhook;
using Microsoft.AspNetCore.Http;

namespace KiemDiem.Docs.Tests.Batch.Webhook;

public static class WebhookSenderTests
{
    private const string Secret = "bi-mat-cua-hai-ben-dai-hon-ba-muoi-hai-byte";

    private static readonly DateTimeOffset Noon = new(2022, 12, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly BatchStatus Status = new(
        "dot-1", BatchState.Done, 100, 98, 2, 4_000_000, 10, null, Noon, Noon.AddHours(1), new string('a', 64), null);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task The_receiver_can_tell_by_the_secret_who_sent_it_and_when()
    {
        await using var receiver = await Receiver.StartAsync(StatusCodes.Status204NoContent);
        using var sender = SenderTo(receiver.Host, clock: new FixedClock(Noon));

        Assert.True(await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled));

        var delivery = Assert.Single(receiver.Deliveries);
        Assert.Equal("/xong?dot=1", delivery.Path);
        Assert.Equal("application/json", delivery.Headers["Content-Type"]);
        var signed = Encoding.UTF8.GetBytes($"{Noon.ToUnixTimeSeconds()}.").Concat(delivery.Body).ToArray();
        var sum = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed));
        Assert.Equal($"t={Noon.ToUnixTimeSeconds()},v1={sum}", delivery.Headers["KiemDiem-Signature"]);
    }

    [Fact]
    public static async Task It_tells_numbers_only()
    {
        await using var receiver = await Receiver.StartAsync(StatusCodes.Status200OK);
        using var sender = SenderTo(receiver.Host);

        await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled);

        Assert.Equal(
            """
            {"batch":"dot-1","state":"done","total":100,"done":98,"failed":2,"finished":"2022-12-05T13:00:00+00:00"}
            """,
            JsonNode.Parse(receiver.Deliveries.Single().Body)!.ToJsonString(new() { Encoder = Plain }));
    }

    [Fact]
    public static async Task A_receiver_that_fails_twice_is_told_a_third_time_under_the_same_number()
    {
        await using var receiver = await Receiver.StartAsync(500, 503, 200);
        using var sender = SenderTo(receiver.Host);
        var message = WebhookMessage.Of(Status);
        var answers = new List<bool>();

        for (var attempt = 1; !answers.Contains(true) && WebhookSender.DelayBefore(attempt) is not null; attempt++)
            answers.Add(await sender.SendAsync(receiver.Address, message, Cancelled));

        Assert.Equal([false, false, true], answers);
        Assert.Single(receiver.Deliveries.Select(delivery => delivery.Headers["KiemDiem-Delivery"]).Distinct());
        Assert.NotEqual(message.DeliveryId(), (message with { State = "cancelled" }).DeliveryId());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public static async Task It_does_not_go_where_an_answer_leads_it(int status)
    {
        await using var elsewhere = await Receiver.StartAsync(StatusCodes.Status200OK);
        await using var receiver = await Receiver.StartAsync((http, _) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = elsewhere.Address.ToString();
            return Task.CompletedTask;
        });
        using var sender = SenderTo([receiver.Host, elsewhere.Host]);

        Assert.False(await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled));

        Assert.Single(receiver.Deliveries);
        Assert.Empty(elsewhere.Deliveries);
    }

    [Fact]
    public static async Task A_receiver_that_never_answers_does_not_hold_it_up()
    {
        await using var receiver = await Receiver.StartAsync((http, _) =>
            Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted));
        using var sender = SenderTo(receiver.Host, timeout: TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        Assert.False(await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled));

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public static async Task A_receiver_whose_answer_never_ends_has_it()
    {
        await using var receiver = await Receiver.StartAsync(async (http, _) =>
        {
            await http.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted);
        });
        using var sender = SenderTo(receiver.Host);

        Assert.True(await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled));
    }

    [Fact]
    public static async Task Nobody_there_is_a_failure_and_no_fault()
    {
        var receiver = await Receiver.StartAsync(StatusCodes.Status200OK);
        var (host, address) = (receiver.Host, receiver.Address);
        await receiver.DisposeAsync();
        using var sender = SenderTo(host);

        Assert.False(await sender.SendAsync(address, WebhookMessage.Of(Status), Cancelled));
    }

    [Fact]
    public static async Task A_host_that_is_no_longer_allowed_hears_nothing()
    {
        await using var receiver = await Receiver.StartAsync(StatusCodes.Status200OK);
        using var sender = SenderTo("127.0.0.1:1");

        Assert.False(await sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), Cancelled));

        Assert.Empty(receiver.Deliveries);
    }

    [Fact]
    public static async Task Whoever_stops_it_stops_it_at_once()
    {
        await using var receiver = await Receiver.StartAsync((http, _) =>
            Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted));
        using var sender = SenderTo(receiver.Host);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => sender.SendAsync(receiver.Address, WebhookMessage.Of(Status), stop.Token));
    }

    [Fact]
    public static void It_waits_longer_each_time_and_gives_up_after_the_fifth()
    {
        var delays = Enumerable.Range(1, 6).Select(WebhookSender.DelayBefore).ToList();

        Assert.Equal(TimeSpan.Zero, delays[0]);
        Assert.Equal(delays.Take(5).Order(), delays.Take(5));
        Assert.Null(delays[5]);
    }

    private static System.Text.Encodings.Web.JavaScriptEncoder Plain =>
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static WebhookSender SenderTo(string host, TimeSpan? timeout = null, TimeProvider? clock = null) =>
        SenderTo([host], timeout, clock);

    private static WebhookSender SenderTo(string[] hosts, TimeSpan? timeout = null, TimeProvider? clock = null) => new(
        new WebhookSettings
        {
            AllowedHosts = hosts,
            Secret = Secret,
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        },
        clock ?? TimeProvider.System);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
