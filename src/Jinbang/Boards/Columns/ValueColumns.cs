using System.Globalization;
using Jinbang.Boards.Values;

namespace Jinbang.Boards.Columns;

/// <summary>What right answers cost: yuan, seconds and tokens for one, and who is on the Pareto fronts.</summary>
public static class ValueColumns
{
    private const string OnFront = "✓";

    /// <summary>The columns for people; empty when no cost, time or tokens are known of at least two models with a score.</summary>
    public static IReadOnlyList<ValueColumn> Of(Board board) =>
    [
        .. Of(board, row => (double?)row.CostPerThousand / 1000, new("Yuan/right answer", "元/答对一题"), "0.0000", new("Best for its cost", "花费前沿")),
        .. Of(board, row => row.Seconds, new("Seconds/right answer", "秒/答对一题"), "0.0", new("Best for its time", "耗时前沿")),
        .. Of(board, row => row.Tokens, new("Tokens/right answer", "token/答对一题"), "0", null),
    ];

    /// <summary>What the columns mean; null when the board does not have them.</summary>
    public static Phrase? RemarkOn(Board board) => !board.TellsValue || Of(board).Count == 0 ? null : new(
        $"{OnFront}: no model is as accurate for less (Pareto front); a right answer costs the mean of a call divided by the accuracy",
        $"{OnFront}：没有模型以更低的花费或耗时达到同样的准确率（帕累托前沿）；答对一题的代价 = 每次调用的均值 ÷ 准确率");

    private static IEnumerable<ValueColumn> Of(Board board, Func<BoardRow, double?> price, Phrase heading, string format, Phrase? front)
    {
        if (board.Rows.Count(row => row.Accuracy > 0 && price(row) is not null) < 2)
        {
            yield break;
        }

        yield return new(heading, place => board.Rows[place] is { Accuracy: > 0 and var share } row && price(row) is { } cost
            ? (cost / share).ToString(format, CultureInfo.InvariantCulture)
            : Figures.None);
        if (front is { } named)
        {
            var on = ParetoFront.Of(board.Rows, price);
            yield return new(named, place => on[place] ? OnFront : "");
        }
    }
}
