using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Api.Batches;

/// <summary>What must not be passed, and that nothing stays behind of what was refused.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly TempFolder data = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_above_the_limit_is_refused_whether_or_not_it_tells_its_length(bool told)
    {
        using var service = Service(("KiemDiem:Batch:MaxUploadBytes", "2000"));
        using var allowed = await service.SubmitAsync(BatchCalls.Records(5));
        await service.EndAsync(allowed.Headers.Location!.ToString());
        var before = Kept();

        using var client = new HttpClient { BaseAddress = service.Address };
        using var content = new Unmeasured(Encoding.UTF8.GetBytes(BatchCalls.Records(500)), told);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(BatchCalls.Ndjson);
        using var response = await client.PostAsync(BatchCalls.Path, content, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("2.000", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Subset(before.ToHashSet(), Kept().ToHashSet());
    }

    [Fact]
    public async Task A_source_above_the_limit_of_a_form_is_refused_too()
    {
        using var service = Service(("KiemDiem:Batch:MaxUploadBytes", "2000"));

        using var response = await service.SendAsync(
            BatchCalls.Path,
            BatchCalls.Form(("a.ndjson", BatchCalls.Records(5)), ("b.ndjson", BatchCalls.Records(30))));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(Kept());
    }

    /// <summary>Kestrel takes 30,000,000 bytes unless told otherwise.</summary>
    [Fact]
    public async Task A_source_may_be_larger_than_what_the_server_takes_elsewhere()
    {
        using var service = Service();
        var blank = new byte[31_000_000];
        blank.AsSpan().Fill((byte)'\n');
        Encoding.UTF8.GetBytes(BatchCalls.Records(1)).CopyTo(blank, 0);

        using var response = await service.PostAsync(BatchCalls.Path, blank, BatchCalls.Ndjson);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var stopped = await service.Client.DeleteAsync(response.Headers.Location, Cancelled);
    }

    [Fact]
    public async Task The_disk_limit_is_told_before_it_is_passed_and_nothing_stays_behind()
    {
        using var service = Service(("KiemDiem:Batch:DiskLimit", "5000"));

        using var response = await service.SubmitAsync(BatchCalls.Records(100), key: "nam-2022");
        using var form = await service.SendAsync(
            BatchCalls.Path,
            BatchCalls.Form(("a.ndjson", BatchCalls.Records(10)), ("b.ndjson", BatchCalls.Records(90))));

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Equal("diskLimit", await BatchCalls.CodeOfAsync(response));
        Assert.Equal(HttpStatusCode.InsufficientStorage, form.StatusCode);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Of_a_source_whose_sender_goes_away_nothing_stays_behind()
    {
        using var service = Service();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var pipe = new Pipe();
        using var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(BatchCalls.Ndjson);

        // The client of the service would gather the body before it sends it.
        using var client = new HttpClient { BaseAddress = service.Address };
        var sent = client.PostAsync(BatchCalls.Path, content, gone.Token);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(BatchCalls.Records(1_000)), Cancelled);
        for (var tries = 0; Kept().Count == 0 && tries < 100; tries++)
            await Task.Delay(100, Cancelled);
        Assert.NotEmpty(Kept());

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);

        for (var tries = 0; Kept().Count > 0 && tries < 50; tries++)
            await Task.Delay(100, Cancelled);
        Assert.Empty(Kept());
        Assert.DoesNotContain(service.Log, line => line.Contains("Own fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_that_has_expired_is_gone_with_all_it_made()
    {
        using var service = Service(("KiemDiem:Batch:Retention", "00:00:01"), ("KiemDiem:Batch:Sweep", "00:00:01"));
        var address = await service.BeginAsync(BatchCalls.Records(3));

        var status = HttpStatusCode.OK;
        for (var tries = 0; status == HttpStatusCode.OK && tries < 200; tries++)
        {
            await Task.Delay(100, Cancelled);
            using var response = await service.GetAsync(address);
            status = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Empty(Kept());
    }

    private ApiService Service(params (string Name, string Value)[] settings) => new(
        Repository.FormTemplates,
        settings: BatchCalls.Quick.Concat(settings.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
            .ToDictionary(),
        dataDir: data.Path);

    /// <summary>Every file of a batch, or of one that is coming in.</summary>
    private List<string> Kept() =>
    [
        .. new[] { "objects", "tmp", "scratch" }.Select(data.File).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];

    private sealed class Unmeasured(byte[] bytes, bool told) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return told;
        }
    }
}
