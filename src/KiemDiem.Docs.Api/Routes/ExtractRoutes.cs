using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Requests;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>POST a file of this program: get the record that is in it.</summary>
internal static class ExtractRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/extract", ExtractAsync).DescribeExtract();

    private static async Task<IResult> ExtractAsync(HttpContext http, FormRenderer renderer, RenderQueue queue)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        var file = await FileBody.ReadAsync(http.Request);
        return await queue.RunAsync(
            () =>
            {
                var found = renderer.Extract(file);
                RenderRoutes.NameSource(
                    http.Response, found.Checked.Form?.Edition.Id, found.Checked.Warnings.Count);
                return TaggedAnswer.Json(ExtractAnswer.Of(found), ApiJson.Context.ExtractAnswer);
            },
            http.RequestAborted);
    }
}
