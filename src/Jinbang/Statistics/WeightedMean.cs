namespace Jinbang.Statistics;

/// <summary>A weighted mean; feed it one value after the other.</summary>
public sealed class WeightedMean
{
    private double sum;
    private double weights;

    /// <summary>The mean so far; null while all weight is 0.</summary>
    public double? Value => weights > 0 ? sum / weights : null;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="weight">What it counts for, not negative.</param>
    public void Add(double value, double weight)
    {
        sum += value * weight;
        weights += weight;
    }
}
