using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Refusals;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Compose;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>POST a record: get the form as a file, or hear what is wrong with it.</summary>
internal static class RenderRoutes
{
    /// <summary>Names the edition that was used.</summary>
    public const string EditionHeader = "KiemDiem-Edition";

    /// <summary>How many warnings there are; /check lists them.</summary>
    public const string WarningsHeader = "KiemDiem-Warnings";

    /// <summary>What the file was checked for before it left.</summary>
    public const string ProofHeader = "KiemDiem-Proof";

    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<FormDefinition> editions)
    {
        var form = editions[0].Id;
        foreach (var format in OutputFormat.All)
        {
            routes.MapPost(
                $"/v1/forms/{form}.{format.Extension}",
                (HttpContext http, FormRenderer renderer, RenderQueue queue) =>
                    RenderAsync(http, renderer, queue, editions, format)).DescribeRender(editions, format);
        }

        routes.MapPost(
            $"/v1/forms/{form}/check",
            (HttpContext http, FormRenderer renderer) => CheckAsync(http, renderer, editions)).DescribeCheck(editions);
    }

    private static async Task<IResult> RenderAsync(
        HttpContext http,
        FormRenderer renderer,
        RenderQueue queue,
        IReadOnlyList<FormDefinition> editions,
        OutputFormat format)
    {
        var arguments = ReadArguments(http.Request.Query, editions, format);
        var body = await RecordBody.ReadAsync(http.Request);
        return await queue.RunAsync(
            () =>
            {
                var found = renderer.Check(body, editions[0].Id, arguments.Edition?.Edition.Id);
                NameSource(http.Response, found.Form?.Edition.Id, found.Warnings.Count);
                var record = found.Value ?? throw new RefusedException(Refuse.BadRecord(found.Problems));
                var file = format.Render(renderer, record, arguments) ?? throw NoSuchPage(renderer, record);
                NameFile(http.Response, record, format, arguments.Page);
                http.Response.Headers[ProofHeader] = file.Summary;
                return new TaggedAnswer(file.Bytes, file.Sha256, format.MediaType);
            },
            http.RequestAborted);
    }

    private static async Task<IResult> CheckAsync(
        HttpContext http, FormRenderer renderer, IReadOnlyList<FormDefinition> editions)
    {
        var query = new QueryReader(http.Request.Query);
        var edition = query.Edition(editions);
        query.RefuseTheRest();
        var body = await RecordBody.ReadAsync(http.Request);
        var found = renderer.Check(body, editions[0].Id, edition?.Edition.Id);
        NameSource(http.Response, found.Form?.Edition.Id, found.Warnings.Count);
        return TaggedAnswer.Json(CheckAnswer.Of(found), ApiJson.Context.CheckAnswer);
    }

    private static RenderArguments ReadArguments(
        IQueryCollection addressed, IReadOnlyList<FormDefinition> editions, OutputFormat format)
    {
        var query = new QueryReader(addressed);
        var edition = query.Edition(editions);
        var page = format.Pages ? query.Number("page", 1, from: 1, to: RenderArguments.MaxPage) : 1;
        var dotsPerInch = format.Pages
            ? query.Number(
                "dpi",
                FormRenderer.DefaultDotsPerInch,
                from: RenderArguments.MinDotsPerInch,
                to: Limits.MaxDotsPerInch)
            : FormRenderer.DefaultDotsPerInch;
        var thoiDiem = query.Date("thoiDiem");
        query.RefuseTheRest();
        return new RenderArguments(edition, page, dotsPerInch, new RenderOptions { ThoiDiem = thoiDiem });
    }

    private static RefusedException NoSuchPage(FormRenderer renderer, FormRecord record)
    {
        var count = renderer.LayOut(record).Pages.Count;
        return new(Refuse.BadQuery([new("noSuchPage", $"Văn bản chỉ có {count} trang.") { Parameter = "page" }]));
    }

    public static void NameSource(HttpResponse response, string? edition, int warnings)
    {
        if (edition is not null)
            response.Headers[EditionHeader] = edition;
        response.Headers[WarningsHeader] = warnings.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Twice (RFC 6266): in ASCII for old programs, with its diacritics for all others.</summary>
    private static void NameFile(HttpResponse response, FormRecord record, OutputFormat format, int page)
    {
        var ending = format.Pages ? $"-trang-{page}.{format.Extension}" : $".{format.Extension}";
        var plain = RecordTitle.AsciiFileName(record) + ending;
        var full = Uri.EscapeDataString(RecordTitle.FileName(record) + ending);
        var way = format.Pages ? "inline" : "attachment";
        response.Headers.ContentDisposition = $"{way}; filename=\"{plain}\"; filename*=UTF-8''{full}";
    }
}
