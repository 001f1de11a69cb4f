using Jinbang.Web.Layout;

namespace Jinbang.Web.Models;

/// <summary>Models over the JSON interface.</summary>
internal static class ModelEndpoints
{
    /// <summary>Adds what pages of models are made from.</summary>
    public static void AddModels(this IServiceCollection services) =>
        services.AddSingleton<SiteCatalogue>().AddSingleton<ScoredBoards>().AddSingleton<ModelHistories>();

    /// <summary>Maps them.</summary>
    public static void MapModels(this RouteGroupBuilder api)
    {
        api.MapGet("/models", (SiteCatalogue catalogue, Reader reader, [AsParameters] ListWishes wishes) => wishes.Query.Of(catalogue.For(reader)))
            .WithSummary("The models of the catalogue and the workspace with their dated prices; which keys are here is told to who is signed in, and no key ever.");
        api.MapGet("/models/{name}", OneAsync)
            .WithSummary("A model: its card with the price history, and where it stands on every board, beside its peers.");
    }

    private static async Task<IResult> OneAsync(string name, SiteCatalogue catalogue, ScoredBoards boards, Reader reader, CancellationToken cancellationToken)
    {
        var (known, called) = (catalogue.For(reader), Addresses.Name(name));
        var line = known.Find(called);
        var scores = ModelScore.Of(called, await boards.ForAsync(reader, cancellationToken)).Select(score => new
        {
            board = score.On.Board.Title,
            address = score.On.Address,
            exam = score.On.Exam?.Name,
            score.Row.Accuracy,
            interval = score.Row.AccuracyInterval,
            score.Row.Rank,
            likelyRank = score.Row.LikelyRank,
            tied = score.Row.Tied,
            models = score.On.Board.Rows.Count,
            score.PeerMedian,
            score.Peers,
            peerGroup = score.PeerGroup.English,
            standing = score.Standing.ToString().ToLowerInvariant(),
            score.Row.CostPerThousand,
            score.Row.Seconds,
        }).ToList();
        return line is null && scores.Count == 0
            ? TypedResults.Problem($"No model is called {called}, here or in the catalogue.", statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Ok(new { name = called, line, card = known.Shelf.Find(called) is { } listed ? known.Shelf.Card(listed) : null, scores });
    }

    /// <summary>Which models a list shows, as the query says it.</summary>
    internal sealed record ListWishes(
        string? Q, string? House, string? Provider, string? Open, string? Think, decimal? Price, string? Key, string? Own, string? All, string? Sort)
    {
        /// <summary>The same for the list.</summary>
        internal ModelQuery Query => new()
        {
            Name = Q,
            House = House,
            Provider = Provider,
            Open = Open,
            Thinks = Think,
            MostYuan = Price,
            Key = Key,
            Own = Own,
            All = All,
            Sort = Sort,
        };
    }
}
