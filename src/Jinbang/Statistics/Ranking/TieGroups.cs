namespace Jinbang.Statistics.Ranking;

/// <summary>Groups of models that are not told apart from the first of them.</summary>
public static class TieGroups
{
    /// <summary>The first model leads a group of all that are not proven below it; so does the first of those left over, and so on.</summary>
    /// <param name="order">The models, the best first.</param>
    /// <param name="isAbove">Whether the first model is proven above the second (<see cref="ProvenRanks.IsAbove"/>).</param>
    /// <returns>The ranks of each model's group, in the order given: a group of k models after p others has p + 1 to p + k.</returns>
    public static IReadOnlyList<RankSpan> Of(IReadOnlyList<int> order, Func<int, int, bool> isAbove)
    {
        var spans = new RankSpan[order.Count];
        var left = Enumerable.Range(0, order.Count).ToList();
        for (var first = 1; left.Count > 0;)
        {
            var leader = order[left[0]];
            var group = left.FindAll(place => !isAbove(leader, order[place]));
            foreach (var place in group)
            {
                spans[place] = new RankSpan(first, first + group.Count - 1);
            }

            first += group.Count;
            left.RemoveAll(place => !isAbove(leader, order[place]));
        }

        return spans;
    }
}
