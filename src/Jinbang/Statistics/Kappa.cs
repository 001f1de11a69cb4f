namespace Jinbang.Statistics;

/// <summary>How far raters agree beyond what chance would bring: 1 is always, 0 as often as by chance.</summary>
public static class Kappa
{
    /// <summary>Cohen's kappa of two raters who each put the same items into categories (Cohen 1960, Educ. Psychol.
    /// Meas. 20:37–46): (observed − expected) / (1 − expected) agreement.</summary>
    /// <returns>At most 1; null when there are no items, or both put all items into one same category.</returns>
    public static double? Cohen<T>(IReadOnlyCollection<(T First, T Second)> ratings)
        where T : notnull => Weighted(ratings, (first, second) => first.Equals(second) ? 0 : 1);

    /// <summary>Cohen's kappa of two raters who give numbers, a disagreement counting by its square (Cohen 1968 with the
    /// weights of Fleiss &amp; Cohen 1973, Educ. Psychol. Meas. 33:613–619).</summary>
    /// <returns>At most 1; null when there are no items, or both give all items one same number.</returns>
    public static double? Quadratic(IReadOnlyCollection<(double First, double Second)> ratings) =>
        Weighted(ratings, (first, second) => (first - second) * (first - second));

    /// <summary>Cohen's weighted kappa (Cohen 1968, Psychol. Bull. 70:213–220): 1 − observed / expected disagreement,
    /// expected as if the two raters were independent with the shares of categories that they have.</summary>
    /// <param name="ratings">What the two say of each item.</param>
    /// <param name="weight">How bad a disagreement is: 0 for none, else above 0.</param>
    /// <returns>At most 1; null when no disagreement was to be expected.</returns>
    public static double? Weighted<T>(IReadOnlyCollection<(T First, T Second)> ratings, Func<T, T, double> weight)
        where T : notnull
    {
        var firsts = ratings.CountBy(rating => rating.First).ToList();
        var seconds = ratings.CountBy(rating => rating.Second).ToList();
        var expected = firsts.Sum(first => seconds.Sum(second => weight(first.Key, second.Key) * first.Value * second.Value));
        var observed = ratings.Sum(rating => weight(rating.First, rating.Second));
        return expected > 0 ? 1 - (observed * ratings.Count / expected) : null;
    }

    /// <summary>Fleiss' kappa of any number of raters (Fleiss 1971, Psychol. Bull. 76:378–382).</summary>
    /// <param name="ratings">What the raters say of each item, as many of every item, at least two.</param>
    /// <returns>At most 1; null when there are no items, or all items are in one category.</returns>
    /// <exception cref="ArgumentException">An item has fewer than two ratings, or not as many as another.</exception>
    public static double? Fleiss<T>(IReadOnlyCollection<IReadOnlyCollection<T>> ratings)
        where T : notnull
    {
        if (ratings.Count == 0)
        {
            return null;
        }

        var raters = ratings.First().Count;
        if (raters < 2 || ratings.Any(item => item.Count != raters))
        {
            throw new ArgumentException("Each item needs the same number of ratings, at least two.", nameof(ratings));
        }

        double Squares(IEnumerable<T> said) => said.CountBy(category => category).Sum(count => (double)count.Value * count.Value);
        var observed = ratings.Average(item => (Squares(item) - raters) / (raters * (raters - 1.0)));
        var all = (double)raters * ratings.Count;
        var expected = Squares(ratings.SelectMany(item => item)) / (all * all);
        return expected < 1 ? (observed - expected) / (1 - expected) : null;
    }
}
