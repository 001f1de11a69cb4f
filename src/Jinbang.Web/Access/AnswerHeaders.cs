using Microsoft.Extensions.Primitives;

namespace Jinbang.Web.Access;

/// <summary>Tells browsers what to refuse, with every answer.</summary>
/// <param name="next">What follows.</param>
/// <param name="options">How the site is served.</param>
internal sealed class AnswerHeaders(RequestDelegate next, SiteOptions options)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Nothing = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    /// <summary>Sets them.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Nothing;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (options.IsSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (options.IsPublic)
        {
            context.Response.OnStarting(KeepOutOfCaches, context);
        }

        return next(context);
    }

    // What somebody sees who is signed in must not be had by the next at the same machine or proxy.
    private static Task KeepOutOfCaches(object state)
    {
        var context = (HttpContext)state;
        if (context.Request.Path.StartsWithSegments("/assets"))
        {
            return Task.CompletedTask;
        }

        if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.Headers.CacheControl = "no-store";
        }
        else if (StringValues.IsNullOrEmpty(context.Response.Headers.CacheControl))
        {
            // What was open to everybody may be private by now, and is in the language of one reader.
            context.Response.Headers.CacheControl = "private, no-cache";
        }

        return Task.CompletedTask;
    }
}
