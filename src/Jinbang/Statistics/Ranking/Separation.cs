using Jinbang.Statistics.Pairs;

namespace Jinbang.Statistics.Ranking;

/// <summary>How many questions one model must have right beyond another before that means anything.</summary>
/// <remarks>Two models that differ on m questions, one having D of them more than the other, are told apart by the exact sign
/// test of (m + D) / 2 against (m − D) / 2. The smallest difference is the least D for which that test rejects when m is what
/// is usual on this board: the median share of questions on which two models differ (or D, when that is more). With few
/// differing questions it cannot be below 6 at 5 %: five all one way happen by chance in one of 16 cases.</remarks>
/// <param name="Items">Questions (clusters count as one).</param>
/// <param name="DifferingShare">The share of questions on which a pair of models differs, the median over pairs.</param>
/// <param name="OnePair">The smallest difference that means something for two models that were chosen beforehand; null when not even
/// all questions make one.</param>
/// <param name="AllPairs">The same when the most different of all pairs of the board is picked out afterwards (Holm's first step).</param>
public sealed record Separation(int Items, double DifferingShare, int? OnePair, int? AllPairs)
{
    /// <summary>The separation of a board.</summary>
    /// <param name="items">Questions, at least 0.</param>
    /// <param name="differingShare">The share of them on which two models usually differ, 0 to 1.</param>
    /// <param name="models">How many models.</param>
    /// <param name="error">The chance of claiming a difference where there is none, such as 0.05.</param>
    public static Separation Of(int items, double differingShare, int models, double error) => new(
        items,
        differingShare,
        Smallest(items, differingShare, error),
        Smallest(items, differingShare, error / Math.Max(1, Pairing.Count(models))));

    /// <summary>The least difference at which the exact sign test rejects.</summary>
    /// <param name="items">Questions, at least 0.</param>
    /// <param name="differingShare">The share of them on which the two differ, 0 to 1.</param>
    /// <param name="error">The p-value that is small enough, such as 0.05.</param>
    /// <returns>Null when not even all questions make one.</returns>
    public static int? Smallest(int items, double differingShare, double error)
    {
        var usual = (int)Math.Round(differingShare * items);
        var (low, high) = (0, items + 1);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Rejects(middle, usual, error) ? (low, middle) : (middle, high);
        }

        return high <= items ? high : null;
    }

    /// <summary>The separation of a board whose pairs were compared.</summary>
    internal static Separation Of(PairTally[] pairs, int units, double error)
    {
        var shares = pairs.Where(pair => pair.Units > 0).Select(pair => (double)(pair.Better + pair.Worse) / pair.Units).Order().ToList();
        var median = shares.Count > 0 ? (shares[(shares.Count - 1) / 2] + shares[shares.Count / 2]) / 2 : 0;
        return new Separation(units, median, Smallest(units, median, error), Smallest(units, median, error / Math.Max(1, pairs.Length)));
    }

    // Two models cannot differ by an even number of questions on an odd number of them.
    private static bool Rejects(int difference, int usual, double error)
    {
        var differing = Math.Max(difference, usual + ((usual - difference) & 1));
        return SignTest.Exact((differing + difference) / 2, (differing - difference) / 2) <= error;
    }
}
