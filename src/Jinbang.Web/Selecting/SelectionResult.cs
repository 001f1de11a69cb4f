using Jinbang.Boards;
using Jinbang.Boards.Comparisons;
using Jinbang.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>How models did on a test set.</summary>
/// <param name="Board">The board.</param>
/// <param name="Recommendation">Which to take.</param>
public sealed record SelectionResult(Board Board, Recommendation Recommendation)
{
    /// <summary>Recommends by what is known.</summary>
    /// <param name="board">The board, which has rows.</param>
    /// <param name="answered">Where the board's models stand.</param>
    internal static SelectionResult Of(Board board, Answered answered)
    {
        var standings = answered.Standings.Where(standing => standing.Sheet is not null).DistinctBy(standing => standing.Model.Name).ToDictionary(standing => standing.Model.Name);
        var ranked = board.Rows.Where(row => row.Accuracy is not null).ToList();
        var advice = Recommendation.Of(
            [.. ranked.Select(row => Of(row, board.Questions))],
            [.. board.Rows.Where(row => row.Accuracy is null).Select(row => row.Model)],
            other => Compare(ranked[0].Model, other.Name),
            board.Questions,
            board.Separation is not { OnePair: null });
        return new(board, advice);

        Duel? Compare(string first, string other) =>
            standings.TryGetValue(first, out var one) && standings.TryGetValue(other, out var another)
            && ComparisonReport.Of([(answered.Exam, one, another)]).Exams is [{ Paired: var paired }]
                ? new(paired.Difference * 100, paired.Interval?.Low * 100, paired.Interval?.High * 100, paired.MoreItems)
                : null;
    }

    private static Contestant Of(BoardRow row, int questions) => new(row.Model, row.Accuracy!.Value, row.Coverage?.Graded ?? questions, row.Coverage?.Planned ?? questions)
    {
        Cost = row.CostPerThousand,
        Seconds = row.Timing?.Median ?? row.Seconds,
        IsTied = row.Tied is { First: 1 },
    };
}
