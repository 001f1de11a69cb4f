namespace Jinbang.Boards.Values;

/// <summary>Finds what cannot be had better without paying more.</summary>
public static class ParetoFront
{
    /// <summary>Which rows are on the front of accuracy against a price: no other row is at least as accurate for at most
    /// the price, and better in one of the two. Rows with an unknown accuracy or price are on no front.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="price">What a row costs, in money, seconds or tokens.</param>
    /// <returns>One answer a row, in their order.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<BoardRow> rows, Func<BoardRow, double?> price)
    {
        var on = new bool[rows.Count];
        var best = double.NegativeInfinity;
        var cheapestFirst = rows.Select((row, place) => (row.Accuracy, Price: price(row), place))
            .Where(point => point is { Accuracy: not null, Price: not null }).GroupBy(point => point.Price).OrderBy(same => same.Key);
        foreach (var same in cheapestFirst)
        {
            var most = same.Max(point => point.Accuracy!.Value);
            if (most > best)
            {
                best = most;
                foreach (var point in same.Where(point => point.Accuracy == most))
                {
                    on[point.place] = true;
                }
            }
        }

        return on;
    }
}
