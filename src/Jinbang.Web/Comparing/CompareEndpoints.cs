using Jinbang.Web.Access;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Comparing;

/// <summary>Comparisons over the JSON interface.</summary>
internal static class CompareEndpoints
{
    private const int MostDiffering = 1000;

    /// <summary>Adds what comparisons are made from.</summary>
    public static void AddComparing(this IServiceCollection services) => services.AddSingleton<ComparedModels>();

    /// <summary>Maps them.</summary>
    public static void MapComparing(this RouteGroupBuilder api) => api.MapGet("/compare", CompareAsync)
        .RequireRateLimiting(RateLimits.Expensive)
        .WithSummary("Two to six models (model=A&model=B) over one exam or all: each pair's paired difference with interval and exact McNemar p, costs and times; for who is signed in also the first 1000 questions on which they differ.");

    private static async Task<IResult> CompareAsync(string[] model, string? exam, ComparedModels comparing, Reader reader)
    {
        var names = await comparing.NamesAsync(reader);
        var chosen = ComparedModels.Named(model);
        if (chosen.FirstOrDefault(name => !names.Contains(name)) is { } stranger)
        {
            return TypedResults.Problem($"No model {stranger} has answered here.", statusCode: StatusCodes.Status404NotFound);
        }

        if (chosen.Count < 2)
        {
            return TypedResults.Problem("Name two models or more: model=A&model=B.", statusCode: StatusCodes.Status400BadRequest);
        }

        var compared = await comparing.CompareAsync(chosen, string.IsNullOrEmpty(exam) ? null : exam, reader);
        return TypedResults.Ok(new
        {
            compared.Models,
            pairs = compared.Pairs.Select(pair => new { pair.First, pair.Second, pair.Exams, pair.Pooled }),
            differing = reader.MayRead
                ? compared.Differing.Take(MostDiffering).Select(item => new { exam = item.Exam.Name, item.Question, item.Stratum, item.Points })
                : null,
        });
    }
}
