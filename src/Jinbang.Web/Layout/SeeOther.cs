namespace Jinbang.Web.Layout;

/// <summary>After a form has acted, leads to a page, so that asking for it again acts no second time.</summary>
/// <param name="path">A path of this site.</param>
internal sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
