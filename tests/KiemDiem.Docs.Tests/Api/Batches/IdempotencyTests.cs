using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace KiemDiem.Docs.Tests.Api.Batches;

/// <summary>Whoever is not sure that he was heard says it again, and nothing happens twice.</summary>
public sealed class IdempotencyTests : IDisposable
{
    private readonly ApiService service = BatchCalls.Service();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task The_same_again_is_the_same_batch_while_it_runs_and_when_it_is_done()
    {
        var records = BatchCalls.Records(400);
        using var first = await service.SubmitAsync(records, key: "nam-2022");
        using var second = await service.SubmitAsync(records, key: "nam-2022");
        var address = first.Headers.Location!.ToString();
        await service.EndAsync(address);
        using var third = await service.SubmitAsync(records, key: "\"nam-2022\"");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        foreach (var replayed in new[] { second, third })
        {
            Assert.Equal(address, replayed.Headers.Location?.ToString());
            Assert.Equal("true", replayed.Headers.GetValues("Idempotency-Replayed").Single());
        }

        var status = await service.StatusAsync(address);
        Assert.Equal(("done", 400), ((string?)status["state"], (int)status["done"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?format=docx")]
    public async Task Another_content_or_option_under_the_same_key_is_refused_and_the_batch_goes_on(string query)
    {
        var records = BatchCalls.Records(400);
        using var first = await service.SubmitAsync(records, key: "nam-2022");
        using var second = await service.SubmitAsync(query.Length > 0 ? records : records + "{}\n", query, "nam-2022");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal("idempotencyKeyReused", await BatchCalls.CodeOfAsync(second));
        var status = await service.EndAsync(first.Headers.Location!.ToString());
        Assert.Equal(("done", 400), ((string?)status["state"], (int)status["done"]!));
    }

    [Fact]
    public async Task While_the_first_is_still_coming_in_a_second_one_is_told_to_wait()
    {
        var pipe = new Pipe();
        using var slow = new StreamContent(pipe.Reader.AsStream());
        slow.Headers.ContentType = MediaTypeHeaderValue.Parse(BatchCalls.Ndjson);
        var request = new HttpRequestMessage(HttpMethod.Post, BatchCalls.Path) { Content = slow };
        request.Headers.Add("Idempotency-Key", "nam-2022");

        // The client of the service would gather the body before it sends it.
        using var client = new HttpClient { BaseAddress = service.Address };
        var first = client.SendAsync(request, Cancelled);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(BatchCalls.Records(1_000)), Cancelled);

        // Its first bytes may take a moment to the service.
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);
        using var second = await service.SubmitAsync(BatchCalls.Records(2), key: "nam-2022");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("idempotencyKeyInUse", await BatchCalls.CodeOfAsync(second));
        Assert.True(second.Headers.Contains("Retry-After"));
        await pipe.Writer.CompleteAsync();
        using var received = await first;
        Assert.Equal(HttpStatusCode.Accepted, received.StatusCode);
        using var third = await service.SubmitAsync(BatchCalls.Records(1_000), key: "nam-2022");
        Assert.Equal("true", third.Headers.GetValues("Idempotency-Replayed").Single());
    }

    [Fact]
    public async Task Without_a_key_the_same_twice_is_two_batches()
    {
        var first = await service.BeginAsync(BatchCalls.Records(1));
        var second = await service.BeginAsync(BatchCalls.Records(1));

        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var response = await service.SubmitAsync(BatchCalls.Records(1), key: key);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_key_may_have_255_characters_and_no_more()
    {
        using var longest = await service.SubmitAsync(BatchCalls.Records(1), key: new string('k', 255));
        using var longer = await service.SubmitAsync(BatchCalls.Records(1), key: new string('k', 256));

        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
        Assert.Equal("badIdempotencyKey", await BatchCalls.CodeOfAsync(longer));
    }
}
