using MathNet.Numerics.Distributions;

namespace Jinbang.Statistics.Pairs;

/// <summary>One model less another on the questions that both were asked.</summary>
/// <param name="Items">Questions that both have points for.</param>
/// <param name="Clusters">Independent ones among them: clusters, and questions that are in none.</param>
/// <param name="Difference">The (weighted) mean difference of points, −1 to 1.</param>
/// <param name="StandardError">Its standard error, the differences of a cluster summed before they are squared (Miller 2024, arXiv
/// 2411.00640); null with fewer than two clusters.</param>
/// <param name="Interval">The difference in truth, 95 %; null with fewer than two clusters. See <see cref="Of(ReadOnlySpan{float}, ReadOnlySpan{float}, IReadOnlyList{int}?, IReadOnlyList{double}?)"/>.</param>
/// <param name="Better">Questions on which the first has more points.</param>
/// <param name="Worse">Questions on which it has fewer.</param>
/// <param name="ExactP">The exact sign (McNemar's) test's p-value; clusters have one vote.</param>
/// <param name="MidP">Its mid-p value.</param>
/// <param name="Evidence">The bet against chance that may be looked at after every question (<see cref="SignTest.Evidence"/>); clusters have one vote.</param>
/// <param name="MoreItems">How many more questions would tell the two apart at 5 % with a chance of 80 %, if they differ in truth as
/// they do here; 0 when the exact test tells them apart already, null when they are equal.</param>
public sealed record PairedDifference(
    int Items,
    int Clusters,
    double Difference,
    double? StandardError,
    Interval? Interval,
    int Better,
    int Worse,
    double ExactP,
    double MidP,
    double Evidence,
    long? MoreItems)
{
    private const double Level = 0.95;
    private const double Power = 0.8;
    private const float Same = 1e-5f;

    /// <summary>Compares two models.</summary>
    /// <remarks>
    /// The interval is the mean difference with Student's t of (clusters − 1) degrees of freedom after two clusters of the mean
    /// weight were added, one for each model (Bonett &amp; Price 2012, J. Educ. Behav. Stat. 37:479–488): so it does not collapse where the two
    /// never differ, and keeps its level with few questions. Its middle is therefore a little nearer to 0 than the difference.
    /// The questions needed are n = (z₁ √q + z₂ √(q − d²))² / d², d being the difference, q the mean squared difference, z₁ = 1.96
    /// and z₂ = 0.84 (Connor 1987, Biometrics 43:207–211), times the factor by which clusters widen the variance.
    /// </remarks>
    /// <param name="first">Points of the one, 0 to 1; NaN where it has none.</param>
    /// <param name="second">Points of the other on the same questions.</param>
    /// <param name="clusters">The number of each question's cluster; null when all are independent.</param>
    /// <param name="weights">What each question counts for, not negative; null when all count alike.</param>
    /// <returns>Null when no question has points of both.</returns>
    public static PairedDifference? Of(
        ReadOnlySpan<float> first, ReadOnlySpan<float> second, IReadOnlyList<int>? clusters = null, IReadOnlyList<double>? weights = null)
    {
        var sums = new Dictionary<int, (double Weight, double Sum)>();
        var (items, better, worse, squares, squaredWeights) = (0, 0, 0, 0.0, 0.0);
        for (var item = 0; item < first.Length; item++)
        {
            var (difference, weight) = (first[item] - second[item], weights?[item] ?? 1);
            if (!float.IsNaN(difference) && weight > 0)
            {
                items++;
                better += difference > Same ? 1 : 0;
                worse += difference < -Same ? 1 : 0;
                squares += weight * difference * difference;
                squaredWeights += weight * weight;
                var (heavy, sum) = sums.GetValueOrDefault(clusters?[item] ?? item);
                sums[clusters?[item] ?? item] = (heavy + weight, sum + weight * difference);
            }
        }

        return items > 0 ? Summed([.. sums.Values], items, (better, worse), squares, squaredWeights) : null;
    }

    private static PairedDifference Summed(
        List<(double Weight, double Sum)> clusters, int items, (int Better, int Worse) differing, double squares, double squaredWeights)
    {
        var weight = clusters.Sum(cluster => cluster.Weight);
        var (difference, variance) = Mean(clusters);
        var better = clusters.Count(cluster => cluster.Sum > Same * cluster.Weight);
        var worse = clusters.Count(cluster => cluster.Sum < -Same * cluster.Weight);
        var p = SignTest.Exact(better, worse);
        var spread = squares / weight - difference * difference;
        var independent = spread * squaredWeights / (weight * weight);
        return new PairedDifference(
            items,
            clusters.Count,
            difference,
            clusters.Count > 1 ? Math.Sqrt(variance) : null,
            clusters.Count > 1 ? Around(clusters, weight / clusters.Count) : null,
            differing.Better,
            differing.Worse,
            p,
            SignTest.MidP(better, worse),
            SignTest.Evidence(better, worse),
            p <= 1 - Level ? 0 : More(items, difference, squares / weight, independent > 0 && clusters.Count < items ? Math.Max(1, variance / independent) : 1));
    }

    private static (double Mean, double Variance) Mean(List<(double Weight, double Sum)> clusters)
    {
        var weight = clusters.Sum(cluster => cluster.Weight);
        var mean = clusters.Sum(cluster => cluster.Sum) / weight;
        var squares = clusters.Sum(cluster => Math.Pow(cluster.Sum - mean * cluster.Weight, 2));
        return (mean, squares / (weight * weight) * clusters.Count / (clusters.Count - 1));
    }

    private static Interval Around(List<(double Weight, double Sum)> clusters, double weight)
    {
        var (mean, variance) = Mean([.. clusters, (weight, weight), (weight, -weight)]);
        var reach = StudentT.InvCDF(0, 1, clusters.Count - 1, (1 + Level) / 2) * Math.Sqrt(variance);
        return new Interval(Math.Max(-1, mean - reach), Math.Min(1, mean + reach));
    }

    private static long? More(int items, double difference, double squared, double designEffect)
    {
        if (Math.Abs(difference) < Same)
        {
            return null;
        }

        var root = Normal.TwoSided(Level) * Math.Sqrt(squared)
            + Normal.TwoSided(2 * Power - 1) * Math.Sqrt(Math.Max(0, squared - difference * difference));
        var needed = root * root / (difference * difference) * designEffect;
        return Math.Max(0, (long)Math.Ceiling(needed) - items);
    }
}
