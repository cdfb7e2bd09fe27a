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
        if (request.ContentLength > Limits.RecordBytes)
            throw new RefusedException(Refuse.TooLarge());
        var bytes = await ReadToEndAsync(request);
        return bytes.Length > 0 ? bytes : throw new RefusedException(Refuse.EmptyBody());
    }

    private static void RefuseOtherTypes(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsJson(type.MediaType))
            throw new RefusedException(Refuse.WrongContentType());
        if (type.CharSet is { } charset && !IsUtf8(charset.Trim('"')))
            throw new RefusedException(Refuse.WrongCharset());
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

    /// <summary>A chunked body tells its length only by ending, so it is counted while it comes.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(HttpRequest request)
    {
        var buffer = new byte[Math.Min(Limits.RecordBytes + 1, (int)(request.ContentLength + 1 ?? 16 * 1024))];
        var length = 0;
        var aborted = request.HttpContext.RequestAborted;
        while (await request.Body.ReadAsync(buffer.AsMemory(length), aborted) is > 0 and var count)
        {
            length += count;
            if (length > Limits.RecordBytes)
                throw new RefusedException(Refuse.TooLarge());
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Limits.RecordBytes + 1));
        }

        return buffer.AsMemory(0, length);
    }
}
