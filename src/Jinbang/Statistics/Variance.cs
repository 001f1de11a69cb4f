namespace Jinbang.Statistics;

/// <summary>How far values lie apart.</summary>
public static class Variance
{
    /// <summary>The sample variance: the sum of squared differences from the mean, divided by n − 1, which makes it an
    /// unbiased estimate.</summary>
    /// <param name="values">At least two values.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static double Sample(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            throw new ArgumentException("A variance needs at least two values.", nameof(values));
        }

        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
