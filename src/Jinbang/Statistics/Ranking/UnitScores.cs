using System.Numerics;

namespace Jinbang.Statistics.Ranking;

/// <summary>A score matrix by unit: a unit is a cluster of items, or an item that is in none, and units are independent.</summary>
internal sealed class UnitScores
{
    private const float Same = 1e-5f;

    private readonly ScoreMatrix scores;
    private readonly int[] units;
    private readonly float[] itemWeights;
    private readonly float[] unitWeights;
    private readonly float[] sums;
    private readonly bool[] isComplete;

    /// <param name="scores">The models' points.</param>
    public UnitScores(ScoreMatrix scores)
    {
        this.scores = scores;
        units = UnitsOf(scores);
        Units = units.Length == 0 ? 0 : units.Max() + 1;
        itemWeights = [.. Enumerable.Range(0, scores.Items).Select(item => (float)(scores.Weights?[item] ?? 1))];
        unitWeights = new float[Units];
        for (var item = 0; item < units.Length; item++)
        {
            unitWeights[units[item]] += itemWeights[item];
        }

        sums = new float[scores.Models * Units];
        isComplete = new bool[scores.Models];
        for (var model = 0; model < scores.Models; model++)
        {
            var points = scores.Of(model);
            isComplete[model] = !points.ContainsAnyExceptInRange(float.NegativeInfinity, float.PositiveInfinity);
            AddTo(sums.AsSpan(model * Units, Units), points);
        }
    }

    /// <summary>How many units.</summary>
    public int Units { get; }

    /// <summary>How many models.</summary>
    public int Models => scores.Models;

    /// <summary>One model less another.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="scratch">Room for twice as many numbers as there are units.</param>
    public PairTally Compare(int one, int other, Span<float> scratch)
    {
        var differences = scratch[..Units];
        if (isComplete[one] && isComplete[other])
        {
            Subtract(Row(one), Row(other), differences);
            return Tally(differences, unitWeights);
        }

        var weights = scratch[Units..];
        differences.Clear();
        weights.Clear();
        var first = scores.Of(one);
        var second = scores.Of(other);
        for (var item = 0; item < units.Length; item++)
        {
            var difference = first[item] - second[item];
            if (!float.IsNaN(difference))
            {
                differences[units[item]] += itemWeights[item] * difference;
                weights[units[item]] += itemWeights[item];
            }
        }

        return Tally(differences, weights);
    }

    /// <summary>What a model has in each unit beyond its mean, as a share of all its weight: sums to 0, and a unit that it misses has 0.</summary>
    /// <returns>Models one after the other.</returns>
    public float[] Residuals()
    {
        var residuals = new float[sums.Length];
        for (var model = 0; model < Models; model++)
        {
            var points = scores.Of(model);
            var row = residuals.AsSpan(model * Units, Units);
            var mean = new WeightedMean();
            var weight = 0.0;
            for (var item = 0; item < units.Length; item++)
            {
                if (!float.IsNaN(points[item]))
                {
                    mean.Add(points[item], itemWeights[item]);
                    weight += itemWeights[item];
                }
            }

            for (var item = 0; item < units.Length && mean.Value is { } value; item++)
            {
                row[units[item]] += float.IsNaN(points[item]) ? 0 : (float)(itemWeights[item] * (points[item] - value) / weight);
            }
        }

        return residuals;
    }

    /// <summary>The least variance that a mean difference is believed to have, as if half a unit in all had differed: 0.25 / n²
    /// for n units that count alike.</summary>
    public static double LeastVariance(double weight, double squaredWeights)
    {
        var share = squaredWeights / (weight * weight);
        return 0.25 * share * share;
    }

    /// <summary>That of a pair that has all units.</summary>
    public double LeastVarianceOfAll => LeastVariance(unitWeights.Sum(weight => (double)weight), unitWeights.Sum(weight => (double)weight * weight));

    private static int[] UnitsOf(ScoreMatrix scores)
    {
        var clusters = scores.Clusters ?? [.. Enumerable.Range(0, scores.Items)];
        var numbers = new Dictionary<int, int>();
        foreach (var cluster in clusters)
        {
            numbers.TryAdd(cluster, numbers.Count);
        }

        return [.. clusters.Select(cluster => numbers[cluster])];
    }

    private ReadOnlySpan<float> Row(int model) => sums.AsSpan(model * Units, Units);

    private void AddTo(Span<float> row, ReadOnlySpan<float> points)
    {
        for (var item = 0; item < units.Length; item++)
        {
            row[units[item]] += itemWeights[item] * points[item];
        }
    }

    private static void Subtract(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> differences)
    {
        var unit = 0;
        for (; unit <= differences.Length - Vector<float>.Count; unit += Vector<float>.Count)
        {
            (new Vector<float>(one[unit..]) - new Vector<float>(other[unit..])).CopyTo(differences[unit..]);
        }

        for (; unit < differences.Length; unit++)
        {
            differences[unit] = one[unit] - other[unit];
        }
    }

    private static PairTally Tally(ReadOnlySpan<float> differences, ReadOnlySpan<float> weights)
    {
        var (sum, squares, cross, weight, squaredWeights) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (units, better, worse) = (0, 0, 0);
        for (var unit = 0; unit < differences.Length; unit++)
        {
            double difference = differences[unit], heavy = weights[unit];
            sum += difference;
            squares += difference * difference;
            cross += difference * heavy;
            weight += heavy;
            squaredWeights += heavy * heavy;
            units += heavy > 0 ? 1 : 0;
            better += difference > Same * heavy ? 1 : 0;
            worse += difference < -Same * heavy ? 1 : 0;
        }

        if (units < 2)
        {
            return new PairTally(units == 0 ? 0 : sum / weight, 0, units, better, worse);
        }

        var mean = sum / weight;
        var residual = Math.Max(0, squares - 2 * mean * cross + mean * mean * squaredWeights);
        var variance = residual / (weight * weight) * units / (units - 1);
        return new PairTally(
            mean, Math.Sqrt(Math.Max(variance, LeastVariance(weight, squaredWeights))), units, better, worse);
    }
}
