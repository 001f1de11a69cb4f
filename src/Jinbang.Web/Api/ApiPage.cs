using System.IO.Compression;
using System.Text;
using Jinbang.Web.Layout;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Jinbang.Web.Api;

/// <summary>The page that shows the JSON interface: Scalar's, from within this program, with nothing inline and nothing from elsewhere.</summary>
internal static class ApiPage
{
    private static string Page(string? theme) => $"""
        <!DOCTYPE html>
        <html lang="en" data-theme="{theme}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Jinbang API</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <script src="/assets/scalar.js" defer></script>
        <script src="/assets/api.js" defer></script>
        </head>
        <body><div id="api"></div></body>
        </html>
        """;

    // The viewer makes style sheets while it runs; its script is bound as all others are.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string Type = "text/javascript; charset=utf-8";

    private static readonly EntityTagHeaderValue Tag = new($"\"{typeof(ScalarOptions).Assembly.ManifestModule.ModuleVersionId:N}\"");

    /// <summary>Maps it with the description and its script.</summary>
    public static void MapApiPage(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/openapi.json");
        app.MapGet("/api/docs", (HttpContext context, Reader reader) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return Results.Text(Page(reader.Theme), "text/html", Encoding.UTF8);
        }).ExcludeFromDescription();
        app.MapGet("/assets/scalar.js", Script).ExcludeFromDescription();
    }

    private static IResult Script(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var packed = typeof(ScalarOptions).Assembly.GetManifestResourceStream("ScalarStaticAssets.scalar.js")
            ?? throw new InvalidOperationException("Scalar's script is not within its package.");
        // The package holds it packed with gzip.
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Stream(new GZipStream(packed, CompressionMode.Decompress), Type, entityTag: Tag);
        }

        context.Response.Headers.ContentEncoding = "gzip";
        return Results.Stream(packed, Type, entityTag: Tag);
    }
}
