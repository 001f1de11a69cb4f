using Microsoft.AspNetCore.WebUtilities;

namespace Jinbang.Web.Cases;

/// <summary>Leads back to a case after something was done to it, so that reading the page again does nothing again.</summary>
internal sealed class CaseRedirect(string address) : IResult
{
    /// <summary>To the case, with the search it was found by.</summary>
    /// <param name="key">The attempt's key.</param>
    /// <param name="query">The query of the page that it was done on.</param>
    /// <param name="end">How it ended.</param>
    public static CaseRedirect To(string key, string? query, string end)
    {
        var ask = CaseAsk.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
        return new(QueryHelpers.AddQueryString(ask.At($"/cases/{Uri.EscapeDataString(key)}"), "said", end));
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
