namespace Jinbang.Statistics.Ranking;

/// <summary>The ranks of models in many draws of their values. Ranks are kept doubled, so that the mean rank of equals is a whole number.</summary>
internal sealed class DrawnRanks
{
    // Numbers are sorted together with their index in their last bits, which is four times as fast as sorting two
    // arrays, and makes equal what differs by rounding alone.
    private const ulong IndexBits = (1UL << 20) - 1;
    private const ulong Sign = 1UL << 63;

    private readonly int models;
    private readonly int draws;
    private readonly int[] doubled;
    private readonly int[] best;

    private DrawnRanks(int models, int draws)
    {
        (this.models, this.draws) = (models, draws);
        doubled = new int[models * draws];
        best = new int[draws];
    }

    /// <summary>Makes a draw of each model's value.</summary>
    /// <param name="draw">Which draw.</param>
    /// <param name="values">Filled with the models' values; more is better.</param>
    public delegate void Draw(int draw, Span<double> values);

    /// <summary>Ranks the models in each draw. Draws are made on all cores in any order.</summary>
    public static DrawnRanks Of(int models, int draws, Draw draw)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)models, IndexBits);
        var ranks = new DrawnRanks(models, draws);
        Parallel.For(
            0,
            draws,
            () => (Values: new double[models], Keys: new ulong[models]),
            (at, _, scratch) =>
            {
                draw(at, scratch.Values);
                ranks.best[at] = Rank(scratch.Values, scratch.Keys, ranks.doubled.AsSpan(at * models, models));
                return scratch;
            },
            static _ => { });
        return ranks;
    }

    /// <summary>The doubled rank of each value, equals having their mean.</summary>
    public static int[] Doubled(double[] values)
    {
        var ranks = new int[values.Length];
        Rank(values, new ulong[values.Length], ranks);
        return ranks;
    }

    /// <summary>The ranks between which the middle <paramref name="level"/> of a model's draws lies, rounded outwards.</summary>
    public RankSpan Middle(int model, double level)
    {
        var counts = new int[2 * models + 1];
        for (var draw = 0; draw < draws; draw++)
        {
            counts[doubled[draw * models + model]]++;
        }

        var tail = (1 - level) / 2;
        return new RankSpan(
            (int)Math.Floor(Quantile(counts, tail) / 2),
            (int)Math.Ceiling(Quantile(counts, 1 - tail) / 2));
    }

    /// <summary>The share of draws in which the model is best, shared by equals.</summary>
    public double BestShare(int model)
    {
        var sum = 0.0;
        for (var draw = 0; draw < draws; draw++)
        {
            sum += doubled[draw * models + model] == best[draw] ? 1.0 / (best[draw] - 1) : 0;
        }

        return sum / draws;
    }

    /// <summary>The share of draws in which the model has this doubled rank.</summary>
    public double ShareAt(int model, int rank)
    {
        var count = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            count += doubled[draw * models + model] == rank ? 1 : 0;
        }

        return (double)count / draws;
    }

    /// <summary>Returns the doubled rank of the best: k equals at the top have 1 + k.</summary>
    private static int Rank(double[] values, ulong[] keys, Span<int> ranks)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Ordered(values[i]) & ~IndexBits | (uint)i;
        }

        Array.Sort(keys);
        for (var end = keys.Length; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && (keys[start - 1] & ~IndexBits) == (keys[end - 1] & ~IndexBits))
            {
                start--;
            }

            for (var i = start; i < end; i++)
            {
                ranks[(int)(keys[i] & IndexBits)] = 2 * keys.Length - start - end + 1;
            }

            end = start;
        }

        return keys.Length > 0 ? ranks[(int)(keys[^1] & IndexBits)] : 0;
    }

    /// <summary>Bits that are in the order of the numbers they stand for.</summary>
    private static ulong Ordered(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return (bits & Sign) == 0 ? bits | Sign : ~bits;
    }

    /// <summary>As R's and NumPy's default: between the two nearest order statistics.</summary>
    private double Quantile(int[] counts, double share)
    {
        var place = share * (draws - 1);
        var whole = (int)place;
        var low = At(counts, whole);
        return low + (place - whole) * (At(counts, Math.Min(whole + 1, draws - 1)) - low);
    }

    private static int At(int[] counts, int place)
    {
        var rank = 0;
        for (var seen = counts[0]; seen <= place; seen += counts[rank])
        {
            rank++;
        }

        return rank;
    }
}
