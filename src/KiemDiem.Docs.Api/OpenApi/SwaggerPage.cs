using System.Reflection;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace KiemDiem.Docs.Api.OpenApi;

/// <summary>The page on which a clerk tries the service out. All of it comes from this program: no network.</summary>
internal static class SwaggerPage
{
    public const string Path = "/swagger";

    public static void UseSwaggerPage(this IApplicationBuilder app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = Path.TrimStart('/');
        page.DocumentTitle = "Lập văn bản kiểm điểm";
        page.SwaggerEndpoint("/openapi/v1.json", "v1");
        page.DocExpansion(DocExpansion.List);
        page.DefaultModelsExpandDepth(-1);
        page.DefaultModelExpandDepth(2);
        page.InjectStylesheet("page.css");
        page.InjectJavascript("page.js");
    });

    /// <summary>What we add to the page: Vietnamese words, and less clutter.</summary>
    public static void MapSwaggerPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}/page.css", () => Own("page.css", "text/css")).ExcludeFromDescription();
        routes.MapGet($"{Path}/page.js", () => Own("page.js", "text/javascript")).ExcludeFromDescription();
    }

    private static IResult Own(string name, string mediaType) => Results.Stream(
        Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(SwaggerPage), $"Page.{name}")!,
        mediaType + "; charset=utf-8");
}
