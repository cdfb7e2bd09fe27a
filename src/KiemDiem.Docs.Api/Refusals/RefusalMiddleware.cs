using System.Diagnostics.CodeAnalysis;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Proof;
using KiemDiem.Docs.Readback;

namespace KiemDiem.Docs.Api.Refusals;

/// <summary>Whatever goes wrong on the way becomes application/problem+json; nothing else leaves the house.</summary>
internal sealed partial class RefusalMiddleware(
    RequestDelegate next, FormRenderer renderer, ILogger<RefusalMiddleware> log)
{
    private const string FormsPath = "/v1/forms/";

    [SuppressMessage("Design", "CA1031", Justification = "The last catch: anything else is our own fault.")]
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response.StatusCode is 404 or 405)
                await AnswerAsync(http, Unrouted(http));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException
            && http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var refusal = Of(e);
            await AnswerAsync(http, refusal.Status == StatusCodes.Status500InternalServerError && IsOfBatches(http)
                ? RefuseBatch.OwnFault()
                : refusal);
        }
        catch (Exception e)
        {
            Tell(e);
            http.Abort();
        }
    }

    private static Task AnswerAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        if (refusal.Status != StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Remove("Allow");
        if (refusal.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status409Conflict)
            http.Response.Headers.RetryAfter = "5";
        return http.Response.WriteAsJsonAsync(refusal, ApiJson.Context.Refusal, "application/problem+json");
    }

    /// <summary>Routing found nothing, and says only that.</summary>
    private Refusal Unrouted(HttpContext http)
    {
        var forms = renderer.Forms.FormIds;
        var form = FormIn(http.Request.Path.Value ?? string.Empty);
        if (form is not null && !forms.Contains(form, StringComparer.OrdinalIgnoreCase))
            return Refuse.UnknownForm(forms);
        return http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            ? Refuse.WrongMethod(http.Response.Headers.Allow.ToString())
            : Refuse.UnknownRoute();
    }

    /// <returns>"x" of "/v1/forms/x.pdf" and of "/v1/forms/x/check"; null where the path is about no form.</returns>
    private static string? FormIn(string path)
    {
        if (!path.StartsWith(FormsPath, StringComparison.OrdinalIgnoreCase) || path.Length == FormsPath.Length)
            return null;
        var rest = path[FormsPath.Length..];
        var end = rest.IndexOfAny(['.', '/']);
        return end < 0 ? rest : rest[..end];
    }

    private static bool IsOfBatches(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/v1/batches", StringComparison.OrdinalIgnoreCase);

    private Refusal Of(Exception e)
    {
        switch (e)
        {
            case RefusedException refused:
                return refused.Refusal;
            case MalformedJsonException malformed:
                return Refuse.MalformedJson(malformed);
            case UnreadableFileException unreadable:
                return Refuse.BadFile(unreadable.Problem);
            case DiskLimitException:
                return RefuseBatch.DiskLimit();
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Refuse.TooLarge();
            case BadHttpRequestException bad:
                return Refuse.Unreadable(bad.StatusCode);
            case UnprovenFileException unproven:
                LogWithheld(unproven.Check, unproven.Form, unproven.Edition);
                return Refuse.OwnFault();
            default:
                Tell(e);
                return Refuse.OwnFault();
        }
    }

    /// <summary>The kind and the place only: a message may hold what somebody wrote in a record.</summary>
    private void Tell(Exception e) => LogFault(e.GetType().Name, e.StackTrace);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "File withheld: check {Check} failed for {Form} of edition {Edition}")]
    private partial void LogWithheld(string check, string form, string edition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Own fault {Kind}\n{Place}")]
    private partial void LogFault(string kind, string? place);
}
