namespace Jinbang.Web.Layout;

/// <summary>The answer to a form: what to look at now.</summary>
internal static class SeeOther
{
    /// <summary>Leads to an address of this site.</summary>
    public static IResult At(string address) => new Answer(address);

    private sealed class Answer(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
