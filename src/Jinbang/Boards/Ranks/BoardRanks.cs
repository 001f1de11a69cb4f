using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Ranks;

/// <summary>Finds out how far a board's ranks can be trusted.</summary>
public static class BoardRanks
{
    private const double Level = 0.95;

    // Any will do, as long as it is always the same: a board must not move when nothing has changed.
    private const ulong Seed = 20;

    /// <summary>The board with intervals, tie groups, likely and proven ranks of the models whose answers are known.</summary>
    /// <param name="board">The board of an exam, its rows in the order of their ranks.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="standings">Where models stand on it, with their sheets.</param>
    /// <param name="kind">How the intervals of accuracies are made.</param>
    public static Board On(Board board, Exam exam, IReadOnlyList<Standing> standings, IntervalKind kind)
    {
        var known = new Dictionary<string, Standing>();
        foreach (var standing in standings.Where(standing => standing is { Sheet: not null, Tally.Accuracy: not null }))
        {
            known[standing.Model.Name] = known[Hosting.NameAt(standing.Model.Name, standing.Model.Provider)] = standing;
        }

        var places = Enumerable.Range(0, board.Rows.Count).Where(place => known.ContainsKey(board.Rows[place].Model)).ToList();
        var scores = SheetScores.Of(exam, [.. places.Select(place => known[board.Rows[place].Model].Sheet!)]);
        return places.Count == 0 ? board : On(board, places, scores, kind);
    }

    private static Board On(Board board, List<int> places, ScoreMatrix scores, IntervalKind kind)
    {
        var estimates = Enumerable.Range(0, places.Count).Select(model => ClusteredMean.Of(scores.Of(model), scores.Weights, scores.Clusters)).ToList();
        var likely = LikelyRanks.Of(estimates, Seed);
        var proven = ProvenRanks.Of(scores, Seed, Level);
        var tied = TieGroups.Of([.. Enumerable.Range(0, places.Count)], proven.IsAbove);
        var rows = board.Rows.ToArray();
        for (var model = 0; model < places.Count; model++)
        {
            rows[places[model]] = rows[places[model]] with
            {
                AccuracyInterval = IntervalOf(estimates[model], kind),
                Tied = tied[model],
                LikelyRank = likely[model]?.Ranks,
                BestChance = likely[model]?.BestChance,
                ProvenRank = proven.Ranks[model],
            };
        }

        return board with { Rows = rows, Separation = proven.Separation };
    }

    private static Interval IntervalOf(Estimate estimate, IntervalKind kind) => kind switch
    {
        IntervalKind.Wilson => estimate.Interval(Level),
        IntervalKind.Exact => Intervals.ClopperPearson(estimate.Value * estimate.Trials, estimate.Trials, Level),
    };
}
