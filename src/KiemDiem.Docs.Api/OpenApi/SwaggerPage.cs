using Swashbuckle.AspNetCore.SwaggerUI;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>The page on which a clerk tries the service out. All of it comes from this program; it works without a network.</summary>
internal static class SwaggerPage
{
    public static void UseSwaggerPage(this IApplicationBuilder app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "swagger";
        page.DocumentTitle = "Lập văn bản kiểm điểm";
        page.SwaggerEndpoint("/openapi/v1.json", "v1");
        page.DocExpansion(DocExpansion.None);
        page.DefaultModelsExpandDepth(-1);
        page.EnableTryItOutByDefault();
    });
}
