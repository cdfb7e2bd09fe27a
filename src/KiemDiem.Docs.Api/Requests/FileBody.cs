using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KiemDiem.Docs.Api.Requests;

/// <summary>
/// Takes one file from a request: the body itself, or the only file of a form. It stays in memory; nothing is written.
/// </summary>
internal static class FileBody
{
    public const string FormType = "multipart/form-data";

    /// <summary>Parts of a form, files or not; a browser sends one.</summary>
    private const int MaxParts = 10;

    /// <summary>RFC 2046, 5.1.1.</summary>
    private const int MaxBoundary = 70;

    /// <summary>The types a body may say it is; what it is, its first bytes tell.</summary>
    public static IReadOnlyList<string> RawTypes { get; } =
    [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
    ];

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        RecordBody.RefuseEncoded(request);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new RefusedException(Refuse.WrongFileType());
        var aborted = request.HttpContext.RequestAborted;
        var file = type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(request, BoundaryOf(type), aborted)
            : RawTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
                ? await ReadAsync(request.Body, request.ContentLength, aborted)
                : throw new RefusedException(Refuse.WrongFileType());
        return file.Length > 0 ? file : throw new RefusedException(Refuse.NoFile());
    }

    public static string BoundaryOf(MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= MaxBoundary
            ? boundary.ToString()
            : throw new RefusedException(Refuse.Unreadable(StatusCodes.Status400BadRequest));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFormAsync(
        HttpRequest request, string boundary, CancellationToken aborted)
    {
        var reader = new MultipartReader(boundary, request.Body);
        ReadOnlyMemory<byte>? file = null;
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(aborted) is { } part; parts++)
            {
                if (parts == MaxParts || (IsFile(part) && file is not null))
                    throw new RefusedException(Refuse.NotOneFile());
                if (IsFile(part))
                    file = await ReadAsync(part.Body, told: null, aborted);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException
            && !aborted.IsCancellationRequested)
        {
            // The reader's ways of saying that the parts do not follow each other as the boundary says.
            throw new RefusedException(Refuse.Unreadable(StatusCodes.Status400BadRequest));
        }

        return file ?? default;
    }

    private static bool IsFile(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
        && disposition.IsFileDisposition();

    private static Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, long? told, CancellationToken aborted) =>
        BoundedStream.ReadAsync(body, told, Limits.FileBytes, Refuse.FileTooLarge, aborted);
}
