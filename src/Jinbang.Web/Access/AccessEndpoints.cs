using Jinbang.Web.Layout;

namespace Jinbang.Web.Access;

/// <summary>The doors of a public site.</summary>
internal static class AccessEndpoints
{
    /// <summary>Maps them; a site of one machine has none.</summary>
    public static void MapAccess(this WebApplication app, RouteGroupBuilder api, SiteOptions options)
    {
        if (!options.IsPublic)
        {
            return;
        }

        app.MapSignIn(api);
        if (app.Services.GetRequiredService<ServeFile>().Oidc is not null)
        {
            app.MapOidc();
        }
    }

    /// <summary>Maps all pages. They only show: whatever acts is an endpoint of its own.</summary>
    public static void MapPages(this IEndpointRouteBuilder app) => app.MapRazorComponents<Document>().Add(page =>
    {
        foreach (var method in page.Metadata.OfType<IHttpMethodMetadata>().ToList())
        {
            page.Metadata.Remove(method);
        }

        page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    });
}
