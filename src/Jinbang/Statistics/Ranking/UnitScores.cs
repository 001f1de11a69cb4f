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
        Width = (Units + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        unitWeights = new float[Width];
        for (var item = 0; item < units.Length; item++)
        {
            unitWeights[units[item]] += itemWeights[item];
        }

        LeastVarianceOfAll = LeastVariance(unitWeights.Sum(weight => (double)weight), unitWeights.Sum(weight => (double)weight * weight));
        sums = new float[scores.Models * Width];
        isComplete = new bool[scores.Models];
        for (var model = 0; model < scores.Models; model++)
        {
            var points = scores.Of(model);
            isComplete[model] = !points.ContainsAnyExceptInRange(float.NegativeInfinity, float.PositiveInfinity);
            AddTo(sums.AsSpan(model * Width, Width), points);
        }
    }

    /// <summary>How many units.</summary>
    public int Units { get; }

    /// <summary>The length of a row: as many numbers as units, and zeros until it can be read in whole vectors.</summary>
    public int Width { get; }

    /// <summary>How many models.</summary>
    public int Models => scores.Models;

    /// <summary>The least variance that the mean difference of a pair is believed to have that has all units.</summary>
    public double LeastVarianceOfAll { get; }

    /// <summary>Whether a model has points for all items.</summary>
    public bool IsComplete(int model) => isComplete[model];

    /// <summary>One model less another.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="scratch">Room for two rows.</param>
    public PairTally Compare(int one, int other, Span<float> scratch)
    {
        var differences = scratch[..Width];
        var weights = scratch[Width..];
        if (Units == scores.Items || (isComplete[one] && isComplete[other]))
        {
            SubtractUnits(Row(one), Row(other), differences, weights);
        }
        else
        {
            differences.Clear();
            weights.Clear();
            SubtractItems(scores.Of(one), scores.Of(other), differences, weights);
        }

        return Tally(differences, weights);
    }

    /// <summary>What a model has in each unit beyond its mean, as a share of all its weight: sums to 0, and a unit that it misses has 0.</summary>
    /// <returns>A row a model.</returns>
    public float[] Residuals()
    {
        var residuals = new float[sums.Length];
        for (var model = 0; model < Models; model++)
        {
            var points = scores.Of(model);
            var row = residuals.AsSpan(model * Width, Width);
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
    private static double LeastVariance(double weight, double squaredWeights)
    {
        var share = squaredWeights / (weight * weight);
        return 0.25 * share * share;
    }

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

    private ReadOnlySpan<float> Row(int model) => sums.AsSpan(model * Width, Width);

    private void AddTo(Span<float> row, ReadOnlySpan<float> points)
    {
        for (var item = 0; item < units.Length; item++)
        {
            row[units[item]] += itemWeights[item] * points[item];
        }
    }

    private void SubtractUnits(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> differences, Span<float> weights)
    {
        for (var unit = 0; unit < differences.Length; unit += Vector<float>.Count)
        {
            var difference = new Vector<float>(one[unit..]) - new Vector<float>(other[unit..]);
            var isThere = Vector.Equals(difference, difference);
            Vector.ConditionalSelect(isThere, difference, Vector<float>.Zero).CopyTo(differences[unit..]);
            Vector.ConditionalSelect(isThere, new Vector<float>(unitWeights, unit), Vector<float>.Zero).CopyTo(weights[unit..]);
        }
    }

    /// <summary>A cluster of which the two have different items is compared over those that both have.</summary>
    private void SubtractItems(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> differences, Span<float> weights)
    {
        for (var item = 0; item < units.Length; item++)
        {
            var difference = one[item] - other[item];
            if (!float.IsNaN(difference))
            {
                differences[units[item]] += itemWeights[item] * difference;
                weights[units[item]] += itemWeights[item];
            }
        }
    }

    private static PairTally Tally(ReadOnlySpan<float> differences, ReadOnlySpan<float> weights)
    {
        Vector<float> sums = default, squares = default, crosses = default, weightSums = default, weightSquares = default;
        Vector<int> units = default, better = default, worse = default;
        for (var unit = 0; unit < differences.Length; unit += Vector<float>.Count)
        {
            var difference = new Vector<float>(differences[unit..]);
            var weight = new Vector<float>(weights[unit..]);
            var same = weight * Same;
            sums += difference;
            squares += difference * difference;
            crosses += difference * weight;
            weightSums += weight;
            weightSquares += weight * weight;
            // Where a comparison holds it yields −1.
            units -= Vector.GreaterThan(weight, Vector<float>.Zero);
            better -= Vector.GreaterThan(difference, same);
            worse -= Vector.LessThan(difference, -same);
        }

        return Tally(
            (Sum(sums), Sum(squares), Sum(crosses)), (Sum(weightSums), Sum(weightSquares)), (Vector.Sum(units), Vector.Sum(better), Vector.Sum(worse)));
    }

    private static PairTally Tally(
        (double Sum, double Squares, double Crosses) differences, (double Sum, double Squares) weights, (int All, int Better, int Worse) units)
    {
        if (units.All == 0)
        {
            return default;
        }

        var mean = differences.Sum / weights.Sum;
        if (units.All == 1)
        {
            return new PairTally(mean, 0, 1, units.Better, units.Worse);
        }

        var residual = Math.Max(0, differences.Squares - 2 * mean * differences.Crosses + mean * mean * weights.Squares);
        var variance = residual / (weights.Sum * weights.Sum) * units.All / (units.All - 1);
        return new PairTally(
            mean, Math.Sqrt(Math.Max(variance, LeastVariance(weights.Sum, weights.Squares))), units.All, units.Better, units.Worse);
    }

    private static double Sum(Vector<float> lanes)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
