using KiemDiem.Docs.Api.OpenApi;

namespace KiemDiem.Docs.Api;

/// <summary>Headers that keep answers what they are and where they belong.</summary>
internal sealed class SafeAnswers(RequestDelegate next)
{
    /// <summary>The Swagger page brings all it needs; "unsafe-inline" and "blob:" are what it is made with.</summary>
    private const string OwnSourcesOnly =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments(SwaggerPage.Path, StringComparison.OrdinalIgnoreCase))
            headers.ContentSecurityPolicy = OwnSourcesOnly;

        // What is posted is about a person, and so is what comes back, and what a batch made of it.
        if (HttpMethods.IsPost(http.Request.Method)
            || http.Request.Path.StartsWithSegments("/v1/batches", StringComparison.OrdinalIgnoreCase))
            headers.CacheControl = "no-store";
        else if (http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase))
            headers.CacheControl = "no-cache"; // Kept, but asked for again each time: ETag then saves sending it.
        return next(http);
    }
}
