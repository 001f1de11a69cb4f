using System.Numerics;

namespace Jinbang.Statistics.Ranking;

/// <summary>How far the largest of all standardised differences strays by chance alone, by bootstrapping the units.</summary>
internal sealed class MaxT
{
    private readonly UnitScores scores;
    private readonly float[] residuals;
    private readonly float[] inverseErrors;

    /// <param name="scores">The models' points by unit.</param>
    /// <param name="pairs">All pairs, as <see cref="Pairing"/> counts them; those with too few common units are not looked at.</param>
    public MaxT(UnitScores scores, PairTally[] pairs)
    {
        this.scores = scores;
        residuals = scores.Residuals();
        inverseErrors = new float[pairs.Length];
        Parallel.For(0, scores.Models, one =>
        {
            for (var other = one + 1; other < scores.Models; other++)
            {
                var place = Pairing.Place(scores.Models, one, other);
                inverseErrors[place] = (float)(pairs[place].Units < ProvenRanks.Enough ? 0 : 1 / Error(pairs[place], one, other));
            }
        });
    }

    /// <summary>The standardised difference that all pairs without a true difference keep below with the given chance:
    /// the ⌈chance · (bootstraps + 1)⌉-th smallest of the bootstrapped maxima.</summary>
    public double Critical(double chance, int bootstraps, ulong seed)
    {
        // Two vectors a tile: eight sums of four models then stay in registers.
        var width = 2 * Vector<float>.Count;
        var maxima = new float[(bootstraps + width - 1) / width * width];
        Parallel.For(0, maxima.Length / width, tile =>
        {
            var counts = Counts(tile * width, width, seed);
            Largest(Sums(counts, width), width).CopyTo(maxima, tile * width);
        });

        Array.Sort(maxima, 0, bootstraps);
        return maxima[Math.Min(bootstraps, (int)Math.Ceiling(chance * (bootstraps + 1))) - 1];
    }

    /// <summary>How far the pair's bootstrapped difference strays, which is its standard error unless one of the two misses units.</summary>
    private double Error(PairTally pair, int one, int other)
    {
        if (scores.IsComplete(one) && scores.IsComplete(other))
        {
            return pair.StandardError;
        }

        var first = Row(one);
        var second = Row(other);
        Vector<float> squares = default;
        for (var unit = 0; unit < first.Length; unit += Vector<float>.Count)
        {
            var difference = new Vector<float>(first[unit..]) - new Vector<float>(second[unit..]);
            squares += difference * difference;
        }

        return Math.Sqrt(Math.Max(scores.LeastVarianceOfAll, Vector.Sum(squares) * scores.Units / (scores.Units - 1.0)));
    }

    /// <summary>How often each unit is drawn in each bootstrap of a tile, unit by unit.</summary>
    private float[] Counts(int first, int width, ulong seed)
    {
        var counts = new float[scores.Units * width];
        for (var lane = 0; lane < width; lane++)
        {
            var random = new RandomStream(seed, first + lane);
            for (var drawn = 0; drawn < scores.Units; drawn++)
            {
                counts[random.Below(scores.Units) * width + lane]++;
            }
        }

        return counts;
    }

    /// <summary>Each model's bootstrapped mean less its mean, model by model; since residuals sum to 0 nothing is to be subtracted.</summary>
    private float[] Sums(float[] counts, int width)
    {
        var sums = new float[(scores.Models + 3) / 4 * 4 * width];
        for (var model = 0; model < scores.Models; model += 4)
        {
            AddFour(model, counts, sums.AsSpan(model * width, 4 * width));
        }

        return sums;
    }

    private void AddFour(int model, float[] counts, Span<float> sums)
    {
        var (lanes, last) = (Vector<float>.Count, scores.Models - 1);
        var a = Row(model);
        var b = Row(Math.Min(model + 1, last));
        var c = Row(Math.Min(model + 2, last));
        var d = Row(Math.Min(model + 3, last));
        Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var unit = 0; unit < scores.Units; unit++)
        {
            var left = new Vector<float>(counts, 2 * unit * lanes);
            var right = new Vector<float>(counts, (2 * unit + 1) * lanes);
            a0 += left * a[unit];
            a1 += right * a[unit];
            b0 += left * b[unit];
            b1 += right * b[unit];
            c0 += left * c[unit];
            c1 += right * c[unit];
            d0 += left * d[unit];
            d1 += right * d[unit];
        }

        a0.CopyTo(sums);
        a1.CopyTo(sums[lanes..]);
        b0.CopyTo(sums[(2 * lanes)..]);
        b1.CopyTo(sums[(3 * lanes)..]);
        c0.CopyTo(sums[(4 * lanes)..]);
        c1.CopyTo(sums[(5 * lanes)..]);
        d0.CopyTo(sums[(6 * lanes)..]);
        d1.CopyTo(sums[(7 * lanes)..]);
    }

    private float[] Largest(float[] sums, int width)
    {
        var lanes = Vector<float>.Count;
        Vector<float> left = default, right = default;
        for (int one = 0, place = 0; one < scores.Models; one++)
        {
            var first = new Vector<float>(sums, one * width);
            var second = new Vector<float>(sums, one * width + lanes);
            for (var other = one + 1; other < scores.Models; other++, place++)
            {
                var scale = new Vector<float>(inverseErrors[place]);
                left = Vector.Max(left, Vector.Abs(first - new Vector<float>(sums, other * width)) * scale);
                right = Vector.Max(right, Vector.Abs(second - new Vector<float>(sums, other * width + lanes)) * scale);
            }
        }

        var largest = new float[width];
        left.CopyTo(largest);
        right.CopyTo(largest, lanes);
        return largest;
    }

    private ReadOnlySpan<float> Row(int model) => residuals.AsSpan(model * scores.Width, scores.Width);
}
