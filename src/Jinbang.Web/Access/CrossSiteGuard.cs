using Microsoft.AspNetCore.Http.Metadata;

namespace Jinbang.Web.Access;

/// <summary>Refuses deeds that another site's page tries to do in a reader's name. Browsers say where a request comes from; what says
/// nothing is no browser and carries nobody's cookies unasked.</summary>
/// <param name="next">What follows.</param>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    /// <summary>Answers 403 to other sites, and 415 to bodies of the JSON interface that a foreign form could send.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsReading(request.Method))
        {
            return next(context);
        }

        if (!IsOwn(request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && HasBody(request) && !request.HasJsonContentType() && !TakesForms(context))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Whether a request of this method changes nothing.</summary>
    public static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length == 0 || site is "same-origin" or "none")
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasBody(HttpRequest request) =>
        request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0 || !string.IsNullOrEmpty(request.ContentType);

    // An upload says so; its form carries a token against forgery, or the endpoint has said that it needs none.
    private static bool TakesForms(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Any(type => type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) == true
        && context.Request.HasFormContentType;
}
