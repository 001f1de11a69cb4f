namespace Jinbang.Statistics.Ranking;

/// <summary>All pairs of models in one row: the first with each later one, then the second, and so on.</summary>
internal static class Pairing
{
    /// <summary>How many pairs there are.</summary>
    public static int Count(int models) => models * (models - 1) / 2;

    /// <summary>The place of a pair.</summary>
    /// <param name="models">How many models.</param>
    /// <param name="one">The one, before the other.</param>
    /// <param name="other">The other.</param>
    public static int Place(int models, int one, int other) => one * (2 * models - one - 1) / 2 + other - one - 1;
}
