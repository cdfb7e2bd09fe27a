using System.Runtime.CompilerServices;
using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Zips;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>GET what a batch has made: its manifest, its errors, its files.</summary>
internal static class DownloadRoutes
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string JsonType = "application/json; charset=utf-8";
    public const string ZipType = "application/zip";

    public static IReadOnlyList<string> ManifestFormats { get; } = ["csv", "json"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BatchRoutes.One}/manifest", ManifestAsync).DescribeManifest();
        routes.MapGet($"{BatchRoutes.One}/errors", ErrorsAsync).DescribeErrors();
        routes.MapGet($"{BatchRoutes.One}/files.zip", FilesAsync).DescribeFiles();
    }

    /// <summary>A list that says "this is all of it" is given out when it is.</summary>
    private static async Task<IResult> ManifestAsync(HttpContext http, string id, BatchService batches)
    {
        var query = new QueryReader(http.Request.Query);
        var csv = query.Choice("format", ManifestFormats) == "csv";
        query.RefuseTheRest();
        var status = await BatchRoutes.FindAsync(batches, id, http.RequestAborted);
        if (status.State != BatchState.Done)
            throw new RefusedException(RefuseBatch.NotDone());
        return await StoredAsync(
            batches,
            status,
            csv ? ResultLists.ManifestTable : ResultLists.Manifest,
            csv ? CsvType : JsonType,
            http.RequestAborted);
    }

    /// <summary>What is wrong is told at any time: whoever mends it need not wait for the end.</summary>
    private static async Task<IResult> ErrorsAsync(HttpContext http, string id, BatchService batches)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        var aborted = http.RequestAborted;
        var status = await BatchRoutes.FindAsync(batches, id, aborted);
        if (status.State == BatchState.Done)
            return await StoredAsync(batches, status, ResultLists.Errors, CsvType, aborted);
        return TypedResults.Stream(
            body => ErrorList.WriteAsync(body, batches.FailuresAsync(status.Id, after: 0, aborted), aborted),
            CsvType,
            ResultLists.Errors);
    }

    private static async Task<IResult> FilesAsync(
        HttpContext http, string id, BatchService batches, BatchSettings settings)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        var aborted = http.RequestAborted;
        var status = await BatchRoutes.FindAsync(batches, id, aborted);
        if (!status.HasEnded)
            throw new RefusedException(RefuseBatch.NotEnded());
        return TypedResults.Stream(
            async body =>
            {
                await using var directory = settings.OpenScratch();
                await ZipStream.WriteAsync(body, ItemsAsync(batches, status.Id, aborted), directory, aborted);
            },
            ZipType,
            $"{status.Id}.zip");
    }

    private static async IAsyncEnumerable<ZipItem> ItemsAsync(
        BatchService batches, string id, [EnumeratorCancellation] CancellationToken aborted)
    {
        await foreach (var path in batches.OutputsAsync(id, aborted))
        {
            yield return new ZipItem(path, async cancelled => await batches.OpenOutputAsync(id, path, cancelled)
                ?? throw new FileNotFoundException("A file of a batch is gone."));
        }
    }

    private static async Task<IResult> StoredAsync(
        BatchService batches, BatchStatus status, string path, string mediaType, CancellationToken aborted) =>
        await batches.OpenOutputAsync(status.Id, path, aborted) is { } stream
            ? TypedResults.Stream(stream, mediaType, path, enableRangeProcessing: true)
            : throw new RefusedException(RefuseBatch.UnknownBatch());
}
