namespace Jinbang.Boards.Published;

/// <summary>Shows published figures beside our own.</summary>
public static class PublishedRows
{
    /// <summary>Our board with the rows of published ones where their accuracies place them, ours first among equals.
    /// They have no rank: other prompts, other graders and perhaps other questions stand behind them, and so ours keep
    /// the ranks that they have among themselves.</summary>
    public static Board Beside(Board own, IEnumerable<Board> published) => own with
    {
        Rows = [.. own.Rows.Concat(published.SelectMany(board => board.Rows).Select(Unranked)).OrderByDescending(row => row.Accuracy ?? -1)],
    };

    private static BoardRow Unranked(BoardRow row) => row with { Rank = 0, Tied = null, LikelyRank = null, ProvenRank = null, BestChance = null };
}
