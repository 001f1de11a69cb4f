using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Access;

/// <summary>Answers 404 to who is not signed in and names a private exam, in whatever part of a path or query, so that no page needs
/// to remember. Lists are the pages' own: see <see cref="Reader.Seen"/>.</summary>
/// <param name="next">What follows.</param>
internal sealed class PrivateExams(RequestDelegate next)
{
    /// <summary>Lets all others pass.</summary>
    public async Task InvokeAsync(HttpContext context, Reader reader, OpenWorkspace open)
    {
        if (!reader.MayRead && context.GetEndpoint() is not null && Named(context.Request).ToHashSet(StringComparer.OrdinalIgnoreCase) is { Count: > 0 } named
            && (await open.ExamsAsync()).Any(exam => exam.IsPrivate && (named.Contains(exam.Name) || named.Contains(exam.Id))))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    // A file's name such as EXAM.csv or EXAM.zh.json counts as the exam's.
    private static IEnumerable<string> Named(HttpRequest request)
    {
        var values = request.RouteValues.Values.OfType<string>().Concat(request.Query.SelectMany(pair => pair.Value).OfType<string>());
        foreach (var value in values.SelectMany(value => value.Split([',', '/', ' '], StringSplitOptions.RemoveEmptyEntries)))
        {
            yield return value;
            for (var dot = value.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = value.IndexOf('.', dot + 1))
            {
                yield return value[..dot];
            }
        }
    }
}
