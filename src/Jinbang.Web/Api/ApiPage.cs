using System.Text;
using Scalar.AspNetCore;

namespace Jinbang.Web.Api;

/// <summary>The page that shows the JSON interface: Scalar's, from within this program, with nothing inline and nothing from elsewhere.</summary>
internal static class ApiPage
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en">
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

    /// <summary>Maps it with the description and its script.</summary>
    public static void MapApiPage(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/openapi.json");
        app.MapGet("/api/docs", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return Results.Text(Page, "text/html", Encoding.UTF8);
        }).ExcludeFromDescription();
        app.MapGet("/assets/scalar.js", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            var script = typeof(ScalarOptions).Assembly.GetManifestResourceStream("ScalarStaticAssets.scalar.js")
                ?? throw new InvalidOperationException("Scalar's script is not within its package.");
            return Results.Stream(script, "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
