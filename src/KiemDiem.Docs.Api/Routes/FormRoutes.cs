using KiemDiem.Docs.Api.OpenApi;
using KiemDiem.Docs.Api.Requests;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Api.Routes;

/// <summary>GET what there is: the forms, their editions, their schemas and records to begin with.</summary>
internal static class FormRoutes
{
    public static void MapList(IEndpointRouteBuilder routes, FormLibrary forms) =>
        routes.MapGet("/v1/forms", (HttpContext http) => List(http, forms)).DescribeList();

    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<FormDefinition> editions)
    {
        var path = $"/v1/forms/{editions[0].Id}";
        routes.MapGet($"{path}/sample", (HttpContext http) => Sample(http, editions)).DescribeSample(editions);
        routes.MapGet($"{path}/schema", (HttpContext http) => Schema(http, editions)).DescribeSchema(editions);
        routes.MapGet(path, (HttpContext http) => Entry(http, editions)).DescribeEntry(editions);
    }

    private static TaggedAnswer List(HttpContext http, FormLibrary forms)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        return TaggedAnswer.Json(FormList.Of(forms), ApiJson.Context.FormList);
    }

    private static TaggedAnswer Entry(HttpContext http, IReadOnlyList<FormDefinition> editions)
    {
        new QueryReader(http.Request.Query).RefuseTheRest();
        return TaggedAnswer.Json(FormEntry.Of(editions), ApiJson.Context.FormEntry);
    }

    private static TaggedAnswer Schema(HttpContext http, IReadOnlyList<FormDefinition> editions)
    {
        var query = new QueryReader(http.Request.Query);
        var form = query.Edition(editions) ?? editions[^1];
        query.RefuseTheRest();
        http.Response.Headers[RenderRoutes.EditionHeader] = form.Edition.Id;
        return TaggedAnswer.Json(RecordSchema.Of(form), ApiJson.Context.JsonObject, "application/schema+json");
    }

    private static TaggedAnswer Sample(HttpContext http, IReadOnlyList<FormDefinition> editions)
    {
        var query = new QueryReader(http.Request.Query);
        var form = query.Edition(editions) ?? editions[^1];
        var blank = query.Flag("blank");
        query.RefuseTheRest();
        http.Response.Headers[RenderRoutes.EditionHeader] = form.Edition.Id;
        var record = blank ? RecordSample.Blank(form) : RecordSample.Filled(form);
        return TaggedAnswer.Json(record, ApiJson.Context.JsonObject);
    }
}
