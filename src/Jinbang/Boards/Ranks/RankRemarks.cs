namespace Jinbang.Boards.Ranks;

/// <summary>What a board's ranks mean, in sentences.</summary>
internal static class RankRemarks
{
    public static IEnumerable<Phrase> On(Board board)
    {
        if (board.Rows.Zip(board.Rows.Skip(1)).Any(pair => pair.First is { PublishedBy: null, Accuracy: { } share } && share == pair.Second.Accuracy && pair.Second.PublishedBy is null))
        {
            yield return new(
                "Equal accuracies stand in the order of cost, then time, then name",
                "准确率相同的，按花费、耗时、名称排列");
        }
    }
}
