using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>Bytes with a strong tag: whoever says that he has them already is told that they are the same.</summary>
/// <remarks>
/// Source: RFC 9110, 8.8.3 (ETag), 13.1.2 (If-None-Match), 15.4.5 (304). A POST here asks and changes nothing, so it is
/// answered as a GET would be: see ADR 0020.
/// </remarks>
internal sealed class TaggedAnswer(byte[] bytes, string sha256, string mediaType) : IResult
{
    private const string JsonType = "application/json; charset=utf-8";

    public static TaggedAnswer Json<T>(T value, JsonTypeInfo<T> type, string mediaType = JsonType)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return new TaggedAnswer(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), mediaType);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        response.Headers.ETag = tag.ToString();
        if (IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentDisposition);
            return;
        }

        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>A tag that was made weak on the way still names the same bytes (8.8.3.2, weak comparison).</summary>
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders()
        .IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
