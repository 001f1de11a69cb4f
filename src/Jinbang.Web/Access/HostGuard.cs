namespace Jinbang.Web.Access;

/// <summary>On a site of this machine alone, answers only requests that name this machine: a stranger's page could give its own name
/// this machine's address and then read everything here.</summary>
/// <param name="next">What follows.</param>
internal sealed class HostGuard(RequestDelegate next)
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Answers 400 to every other name.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host;
        if (Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && (host.Port ?? 80) == context.Connection.LocalPort)
        {
            return next(context);
        }

        throw new BadInputException(new(
            "This site is open to this machine alone: use http://localhost with its port.", "本网站只对本机开放：请用 http://localhost 加端口访问。"));
    }
}
