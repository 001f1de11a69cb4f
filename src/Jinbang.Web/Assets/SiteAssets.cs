using System.Security.Cryptography;
using System.Text;
using Jinbang.Boards.Pages;
using Microsoft.Net.Http.Headers;

namespace Jinbang.Web.Assets;

/// <summary>The style sheet, the script and the icon, served from within the program.</summary>
internal static class SiteAssets
{
    private static readonly (string Name, string Type, byte[] Content)[] All =
    [
        ("site.css", "text/css; charset=utf-8", [.. Encoding.UTF8.GetBytes(PageAssets.Style), .. ReadAll("site.css", "boards.css", "models.css", "cases.css", "runs.css", "select.css")]),
        ("site.js", "text/javascript; charset=utf-8", ReadAll("site.js", "stream.js", "keys.js")),
        ("api.js", "text/javascript; charset=utf-8", Read("api.js")),
        ("icon.svg", "image/svg+xml", Read("icon.svg")),
    ];

    /// <summary>Maps them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var (name, type, content) in All)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
            app.MapGet($"/assets/{name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(content, type, entityTag: tag);
            }).ExcludeFromDescription();
        }

        app.MapGet("/", () => Results.LocalRedirect("/boards")).ExcludeFromDescription();
    }

    private static byte[] ReadAll(params string[] names) => [.. names.SelectMany(Read)];

    private static byte[] Read(string name)
    {
        using var file = typeof(SiteAssets).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
