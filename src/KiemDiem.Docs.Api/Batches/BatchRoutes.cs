using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Batch;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>POST a source of many records: get a batch, hear how far it is, stop it, let it go on.</summary>
internal static class BatchRoutes
{
    public const string One = $"{Root}/{{id}}";

    private const string Root = "/v1/batches";
    private const string Soon = "1";
    private const int MaxIdLength = 64;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Root, SubmitAsync).DescribeSubmit();
        routes.MapGet(One, StatusAsync).DescribeStatus();
        routes.MapGet($"{One}/events", EventsAsync).DescribeEvents();
        routes.MapDelete(One, CancelAsync).DescribeCancel();
        routes.MapPost($"{One}/resume", ResumeAsync).DescribeResume();
    }

    public static string AddressOf(string id) => $"{Root}/{id}";

    /// <exception cref="RefusedException">There is no such batch.</exception>
    public static async Task<BatchStatus> FindAsync(BatchService batches, string id, CancellationToken aborted) =>
        await batches.FindAsync(Known(id), aborted) ?? throw new RefusedException(RefuseBatch.UnknownBatch());

    private static async Task<IResult> SubmitAsync(
        HttpContext http, BatchService batches, BatchSettings settings, FormRenderer renderer, KeysInUse keys)
    {
        RefuseOtherSites(http.Request);
        BatchOptions OptionsWith(string? json) =>
            OptionsReader.Read(http.Request.Query, json, renderer.Forms, settings.Webhook);

        // What is wrong on the address is told before gigabytes are sent.
        OptionsWith(json: null);
        var key = IdempotencyKey.Of(http.Request);
        using var held = keys.Hold(key);
        var id = key?.BatchId ?? IdempotencyKey.RandomBatchId();
        var known = key is null ? null : await batches.FindAsync(id, http.RequestAborted);
        var upload = await batches.BeginUploadAsync(id, http.RequestAborted);
        try
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            var body = new SourceBody(http.Request, upload, settings.MaxUploadBytes);
            var options = OptionsWith(await body.ReceiveAsync(json => OptionsWith(json), http.RequestAborted));
            var status = await batches.SubmitAsync(id, options, upload, http.RequestAborted);
            if (status.InputSha256 != BatchService.InputSumOf(options, upload))
                throw new RefusedException(RefuseBatch.KeyReused());
            if (known is null)
                return Accepted(http.Response, status);
            await upload.DiscardAsync();
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
            return Accepted(http.Response, status);
        }
        catch
        {
            await upload.DiscardAsync();
            throw;
        }
    }

    private static async Task<IResult> StatusAsync(HttpContext http, string id, BatchService batches)
    {
        var query = new QueryReader(http.Request.Query);
        var size = query.Number("problems", ProblemPage.DefaultSize, 0, ProblemPage.MaxSize);
        var after = query.Number("after", 0, 0, int.MaxValue);
        query.RefuseTheRest();
        var status = await FindAsync(batches, id, http.RequestAborted);
        if (!status.HasEnded)
            http.Response.Headers.RetryAfter = Soon;
        return Answer(BatchAnswer.Of(status) with
        {
            Problems = size > 0 ? await ProblemPage.ReadAsync(batches, id, after, size, http.RequestAborted) : null,
        });
    }

    private static Task EventsAsync(HttpContext http, string id, StatusEvents events)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        return events.WriteAsync(http, Known(id));
    }

    private static async Task<IResult> CancelAsync(HttpContext http, string id, BatchService batches)
    {
        RefuseOtherSites(http.Request);
        new QueryReader(http.Request.Query).RefuseTheRest();
        var status = await batches.CancelAsync(Known(id), http.RequestAborted);
        return Answer(BatchAnswer.Of(status ?? throw new RefusedException(RefuseBatch.UnknownBatch())));
    }

    private static async Task<IResult> ResumeAsync(HttpContext http, string id, BatchService batches)
    {
        RefuseOtherSites(http.Request);
        new QueryReader(http.Request.Query).RefuseTheRest();
        var status = await batches.ResumeAsync(Known(id), http.RequestAborted)
            ?? throw new RefusedException(RefuseBatch.UnknownBatch());
        return status.IsOwnProgram || status.State == BatchState.Done
            ? Accepted(http.Response, status)
            : throw new RefusedException(RefuseBatch.OtherProgram());
    }

    /// <summary>202 while there is something to wait for.</summary>
    private static JsonHttpResult<BatchAnswer> Accepted(HttpResponse response, BatchStatus status)
    {
        response.Headers.Location = AddressOf(status.Id);
        if (status.HasEnded)
            return Answer(BatchAnswer.Of(status));
        response.Headers.RetryAfter = Soon;
        return Answer(BatchAnswer.Of(status), StatusCodes.Status202Accepted);
    }

    private static JsonHttpResult<BatchAnswer> Answer(
        BatchAnswer answer, int statusCode = StatusCodes.Status200OK) =>
        TypedResults.Json(answer, ApiJson.Context.BatchAnswer, statusCode: statusCode);

    /// <summary>Anything else never was an id, and must not become part of a path.</summary>
    private static string Known(string id) =>
        id.Length <= MaxIdLength && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? id
            : throw new RefusedException(RefuseBatch.UnknownBatch());

    /// <summary>
    /// A browser sends a form of any page to any address, this machine's too, and says where the page is from. Source:
    /// W3C Fetch Metadata.
    /// </summary>
    private static void RefuseOtherSites(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            throw new RefusedException(RefuseBatch.CrossSite());
    }
}
