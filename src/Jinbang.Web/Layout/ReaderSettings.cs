namespace Jinbang.Web.Layout;

/// <summary>Keeps a reader's choice of language and theme.</summary>
internal static class ReaderSettings
{
    private static readonly CookieOptions Kept = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };

    /// <summary>Maps the links of the banner.</summary>
    public static void MapReaderSettings(this IEndpointRouteBuilder app) => app.MapGet("/settings", (HttpContext context, string? lang, string? theme, string? back) =>
    {
        if (lang is "zh" or "en")
        {
            context.Response.Cookies.Append(Reader.LanguageCookie, lang, Kept);
        }

        if (theme is "light" or "dark" or "auto")
        {
            context.Response.Cookies.Append(Reader.ThemeCookie, theme, Kept);
        }

        return Results.LocalRedirect(LocalAddress.Of(back));
    }).ExcludeFromDescription();
}
