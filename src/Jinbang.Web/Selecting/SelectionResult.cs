using Jinbang.Boards;
using Jinbang.Boards.Comparisons;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>How models did on a test set.</summary>
/// <param name="Board">The board.</param>
/// <param name="Recommendation">Which to take.</param>
public sealed record SelectionResult(Board Board, Recommendation Recommendation)
{
    /// <summary>Reads it from the ledger.</summary>
    /// <param name="open">The workspace.</param>
    /// <param name="entry">The test set's exam.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null while nobody has answered.</returns>
    internal static async Task<SelectionResult?> ReadAsync(OpenWorkspace open, ExamEntry entry, Language language, CancellationToken cancellationToken)
    {
        var exam = open.Read(entry);
        var reading = new BoardReading(open.Workspace, language, open.Workspace.Locate(open.Workspace.Boards), _ => { });
        var board = await reading.ReadAsync(open.Ledger, exam, keep: false, cancellationToken);
        if (board.Rows.Count == 0)
        {
            return null;
        }

        var answered = await Answered.ReadAsync(open.Ledger, exam, keep: false, cancellationToken);
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
