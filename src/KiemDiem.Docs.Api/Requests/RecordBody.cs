using System.Net.Http.Headers;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Api.Requests;

/// <summary>Takes the bytes of a record from a request: UTF-8 JSON, whole, and not more than allowed.</summary>
internal static class RecordBody
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        RefuseOtherTypes(request);
        var aborted = request.HttpContext.RequestAborted;
        var bytes = await BoundedStream.ReadAsync(
            request.Body, request.ContentLength, Limits.RecordBytes, Refuse.TooLarge, aborted);
        return bytes.Length > 0 ? bytes : throw new RefusedException(Refuse.EmptyBody());
    }

    private static void RefuseOtherTypes(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsJson(type.MediaType))
            throw new RefusedException(Refuse.WrongContentType());
        if (type.CharSet is { } charset && !IsUtf8(charset.Trim('"')))
            throw new RefusedException(Refuse.WrongCharset());
        RefuseEncoded(request);
    }

    public static void RefuseEncoded(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
            throw new RefusedException(Refuse.WrongContentEncoding());
    }

    private static bool IsJson(string? mediaType) => mediaType is not null
        && (mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)));

    private static bool IsUtf8(string charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);
}
