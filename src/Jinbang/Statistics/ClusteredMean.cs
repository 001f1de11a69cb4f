namespace Jinbang.Statistics;

/// <summary>The mean of points whose items come in clusters, such as questions about one passage or repeats of one
/// question: items of one cluster tell less than as many independent ones.</summary>
public static class ClusteredMean
{
    /// <summary>The (weighted) mean with its effective trials.</summary>
    /// <remarks>
    /// The variance of the mean is Σ_c (Σ_i w_i (x_i − x̄))² / (Σ w)², residuals summed in each cluster c before they are
    /// squared (Miller 2024, arXiv 2411.00640, section 2.2), times C / (C − 1) for C clusters. Two clusters of the mean
    /// weight, one wholly right and one wholly wrong, are counted with the data: with hardly a wrong answer the data say
    /// nothing about how alike a cluster's items are, and then the worst is believed, while with many clusters the two do
    /// not matter. The effective trials are x̄(1 − x̄) over the variance, and never more than independent items make:
    /// (Σ w)² / Σ w². Without clusters and weights they are the number of items.
    /// </remarks>
    /// <param name="points">Points, 0 to 1; NaN where there are none, which are left out.</param>
    /// <param name="weights">What each item counts for, not negative; null when all count alike.</param>
    /// <param name="clusters">The number of each item's cluster; null when all are independent.</param>
    /// <returns><see cref="Estimate.None"/> when no item has points and weight.</returns>
    public static Estimate Of(ReadOnlySpan<float> points, IReadOnlyList<double>? weights = null, IReadOnlyList<int>? clusters = null)
    {
        if (weights is null && clusters is null)
        {
            return OfAlike(points);
        }

        var sums = new Dictionary<int, (double Weight, double Points)>();
        var (items, squares) = (0, 0.0);
        for (var item = 0; item < points.Length; item++)
        {
            var weight = weights?[item] ?? 1;
            if (!float.IsNaN(points[item]) && weight > 0)
            {
                var cluster = clusters?[item] ?? item;
                var (heavy, sum) = sums.GetValueOrDefault(cluster);
                sums[cluster] = (heavy + weight, sum + weight * points[item]);
                squares += weight * weight;
                items++;
            }
        }

        if (items == 0)
        {
            return Estimate.None;
        }

        var weightSum = sums.Values.Sum(cluster => cluster.Weight);
        var value = Math.Min(1, sums.Values.Sum(cluster => cluster.Points) / weightSum);
        var independent = weightSum * weightSum / squares;
        return new Estimate(value, sums.Count < items ? Math.Min(independent, Trials([.. sums.Values])) : independent);
    }

    /// <summary>What the clusters' sums come to when every item is one: boards of hundreds of models ask for little else.</summary>
    private static Estimate OfAlike(ReadOnlySpan<float> points)
    {
        var (items, sum) = (0, 0.0);
        foreach (var point in points)
        {
            if (!float.IsNaN(point))
            {
                sum += point;
                items++;
            }
        }

        return items > 0 ? new Estimate(Math.Min(1, sum / items), items) : Estimate.None;
    }

    private static double Trials(List<(double Weight, double Points)> clusters)
    {
        var weight = clusters.Sum(cluster => cluster.Weight);
        var points = clusters.Sum(cluster => cluster.Points);
        var mean = weight / clusters.Count;
        var counted = clusters.Append((Weight: mean, Points: mean)).Append((Weight: mean, Points: 0)).ToList();
        var total = weight + 2 * mean;
        var centre = (points + mean) / total;
        var squares = counted.Sum(cluster => Math.Pow(cluster.Points - centre * cluster.Weight, 2));
        var variance = squares / (total * total) * counted.Count / (counted.Count - 1);
        // Of the trials that the variance tells, those of the two clusters were never asked.
        return centre * (1 - centre) / variance * clusters.Count / counted.Count;
    }
}
