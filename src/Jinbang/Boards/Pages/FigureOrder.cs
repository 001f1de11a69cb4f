using Jinbang.Boards.Columns;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Pages;

/// <summary>What rows are sorted by in a column of figures.</summary>
internal static class FigureOrder
{
    // Ranges that begin alike go by their ends; no board has so many models.
    private const double MoreThanModels = 1e6;

    /// <summary>A number; null where the figure is unknown, and for texts.</summary>
    public static double? Of(BoardColumn column, BoardRow row) => column.Figure switch
    {
        Figure.Rank => row.Rank > 0 ? row.Rank : null,
        Figure.Model or Figure.House or Figure.Category => null,
        Figure.Accuracy => row.Accuracy,
        Figure.Interval => row.AccuracyInterval?.Low,
        Figure.LikelyRank => Of(row.LikelyRank),
        Figure.ProvenRank => Of(row.ProvenRank),
        Figure.BestChance => row.BestChance,
        Figure.Exams => row.Exams?.Known,
        Figure.StableRank => Of(row.Stability?.Ranks),
        Figure.SameRank => row.Stability?.SameShare,
        Figure.Part => row.Parts.FirstOrDefault(part => part.Name == column.Heading)?.Accuracy,
        Figure.Graded => row.Coverage is { Planned: > 0 } coverage ? (double)coverage.Graded / coverage.Planned : null,
        Figure.Failed => row.Coverage?.Failed,
        Figure.CutOff => row.Coverage?.CutOff,
        Figure.Refused => row.Coverage?.Refused,
        Figure.Unreadable => row.Coverage?.Unreadable,
        Figure.Seconds => row.Seconds,
        Figure.Median => row.Timing?.Median,
        Figure.P90 => row.Timing?.P90,
        Figure.FirstToken => row.Timing?.FirstToken,
        Figure.Tokens => row.Tokens,
        Figure.Cost => (double?)row.CostPerThousand,
    };

    private static double? Of(RankSpan? range) => range is { } known ? known.First + (known.Last / MoreThanModels) : null;
}
