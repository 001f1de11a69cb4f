namespace Jinbang.Boards.Charts;

/// <summary>The points that no other beats.</summary>
internal static class ParetoFront
{
    /// <summary>Those for which no other takes as little and gives as much, and one of both better; least amount first.</summary>
    public static IReadOnlyList<ValuePoint> Of(IEnumerable<ValuePoint> points)
    {
        var front = new List<ValuePoint>();
        foreach (var point in points.OrderBy(point => point.Amount).ThenByDescending(point => point.Share).ThenBy(point => point.Row.Rank))
        {
            if (front.Count == 0 || point.Share > front[^1].Share || (point.Share == front[^1].Share && point.Amount == front[^1].Amount))
            {
                front.Add(point);
            }
        }

        return front;
    }
}
