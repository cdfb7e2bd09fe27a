using System.Text;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Batch;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KiemDiem.Docs.Api.Batches;

/// <summary>
/// Takes the source of a batch from a request: the body itself, or the files of a form. It goes to the disk as it
/// comes; memory holds a buffer of it.
/// </summary>
internal sealed class SourceBody(HttpRequest request, BatchUpload upload, long limit)
{
    public const string OptionsField = "options";
    public const int MaxFiles = 10_000;

    private const int MaxOptionsBytes = 64 * 1024;

    /// <summary>What a body that is all source is called: its ending tells everybody else what it is.</summary>
    private static readonly Dictionary<string, string> NamesByType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/x-ndjson"] = "nguon.ndjson",
        ["application/jsonl"] = "nguon.ndjson",
        ["application/json"] = "nguon.json",
        ["text/csv"] = "nguon.csv",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "nguon.xlsx",
    };

    private static readonly string[] Endings = [".ndjson", ".jsonl", ".json", ".csv", ".xlsx"];

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Types { get; } = [FileBody.FormType, .. NamesByType.Keys];

    /// <param name="lookAtOptions">Called with the field "options" when it comes: no need to wait for the end.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <returns>The field "options"; null where there is none.</returns>
    /// <exception cref="RefusedException">It is no source.</exception>
    public async Task<string?> ReceiveAsync(Action<string> lookAtOptions, CancellationToken cancelled)
    {
        RecordBody.RefuseEncoded(request);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new RefusedException(RefuseBatch.WrongType());
        if (request.ContentLength > limit)
            throw new RefusedException(RefuseBatch.UploadTooLarge(limit));
        await using var body = new ReceivedStream(request.Body, limit);
        if (type.MediaType.Equals(FileBody.FormType, StringComparison.OrdinalIgnoreCase))
            return await ReceiveFormAsync(
                new MultipartReader(FileBody.BoundaryOf(type), body), lookAtOptions, cancelled);
        if (!NamesByType.TryGetValue(type.MediaType.ToString(), out var name))
            throw new RefusedException(RefuseBatch.WrongType());
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset)
                .Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(RefuseBatch.WrongCharset());
        }

        await upload.AddAsync(name, body, cancelled);
        return body.Count > 0 ? null : throw new RefusedException(RefuseBatch.NoSource());
    }

    private async Task<string?> ReceiveFormAsync(
        MultipartReader reader, Action<string> lookAtOptions, CancellationToken cancelled)
    {
        string? options = null;
        while (await NextAsync(reader, cancelled) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                throw new RefusedException(Refuse.Unreadable(StatusCodes.Status400BadRequest));
            if (HeaderUtilities.RemoveQuotes(disposition.Name) == OptionsField && options is null)
            {
                options = await ReadOptionsAsync(part, cancelled);
                lookAtOptions(options);
            }
            else if (disposition.IsFileDisposition())
            {
                await ReceiveFileAsync(part, disposition, cancelled);
            }
            else
            {
                throw new RefusedException(RefuseBatch.UnknownField());
            }
        }

        return names.Count > 0 ? options : throw new RefusedException(RefuseBatch.NoSource());
    }

    private async Task ReceiveFileAsync(
        MultipartSection part, ContentDispositionHeaderValue disposition, CancellationToken cancelled)
    {
        // What a browser sends where nobody chose a file.
        if (NameOf(disposition) is not { Length: > 0 } name)
            return;
        if (names.Count == MaxFiles)
            throw new RefusedException(RefuseBatch.TooManyFiles());
        if (!Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            name += EndingByType(part.ContentType) ?? throw new RefusedException(RefuseBatch.UnknownFileType(Next));
        if (!names.Add(name))
            throw new RefusedException(RefuseBatch.SameName(Next));
        await using var content = new ReceivedStream(part.Body, limit);
        await upload.AddAsync(name, content, cancelled);
    }

    private int Next => names.Count + 1;

    private static async Task<string> ReadOptionsAsync(MultipartSection part, CancellationToken cancelled)
    {
        await using var content = new ReceivedStream(part.Body, long.MaxValue);
        var bytes = await BoundedStream.ReadAsync(
            content, told: null, MaxOptionsBytes, RefuseBatch.UnknownField, cancelled);
        return Encoding.UTF8.GetString(bytes.Span);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancelled)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancelled);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException
            && !cancelled.IsCancellationRequested)
        {
            throw new RefusedException(Refuse.Unreadable(StatusCodes.Status400BadRequest));
        }
    }

    /// <summary>Its last part: a browser on Windows may send where the file lay.</summary>
    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var whole = HeaderUtilities.RemoveQuotes(name).ToString();
        return whole[(whole.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC);
    }

    private static string? EndingByType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && NamesByType.TryGetValue(type.MediaType.ToString(), out var name)
            ? Path.GetExtension(name)
            : null;
}
