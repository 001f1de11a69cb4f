using System.Collections;
using Jinbang.Statistics.Pairs;
using MathNet.Numerics.Distributions;

namespace Jinbang.Statistics.Ranking;

/// <summary>The orders between models that their answers to the same questions prove, for all pairs at once: with the stated
/// level no order is claimed wrongly, and every model's true rank is in its range.</summary>
/// <remarks>
/// Pairs with at least <see cref="Enough"/> common units are told apart where |d| &gt; c · se: d is the mean difference, se its
/// standard error (that of a variance of at least 0.25 / n), and c Student's t of n − 1 degrees of freedom that is exceeded as often as
/// the quantile of the largest bootstrapped |d* − d| / se over all pairs is by a normal number (Mogstad, Romano, Shaikh &amp; Wilhelm
/// 2024, Rev. Econ. Stud. 91:476–518; the step to Student's t is ours, see docs/statistics.md). Pairs with fewer are told apart by the
/// exact sign test with Holm's correction. Where a board has both, the error is shared out by their numbers.
/// A unit is a cluster of questions, or a question that is in none. Clusters are drawn whole in the bootstrap, and have one vote
/// in the sign test, for the model that has more (weighted) points in it; the sign test takes no account of how much more, nor
/// of weights between units. Questions that one of a pair has no points for are left out of that pair's difference; in the
/// bootstrap a model is taken to be at its mean there.
/// </remarks>
public sealed class ProvenRanks
{
    /// <summary>From so many common units on means are near enough to normal for the bootstrap.</summary>
    public const int Enough = 50;

    private readonly BitArray[] above;

    private ProvenRanks(BitArray[] above, Separation separation)
    {
        this.above = above;
        Separation = separation;
        var last = Enumerable.Repeat(above.Length, above.Length).ToArray();
        var first = Enumerable.Repeat(1, above.Length).ToArray();
        for (var one = 0; one < above.Length; one++)
        {
            for (var other = 0; other < above.Length; other++)
            {
                if (above[one][other])
                {
                    last[one]--;
                    first[other]++;
                }
            }
        }

        Ranks = [.. first.Zip(last, (from, to) => new RankSpan(from, to))];
    }

    /// <summary>The ranks that each model may have: one more than models are proven above it, to as many as are not proven below it.</summary>
    public IReadOnlyList<RankSpan> Ranks { get; }

    /// <summary>What difference would mean something here.</summary>
    public Separation Separation { get; }

    /// <summary>Whether one model is proven above another.</summary>
    public bool IsAbove(int one, int other) => above[one][other];

    /// <summary>Finds the proven orders.</summary>
    /// <param name="scores">The models' points; leave out models without any, which could have every rank.</param>
    /// <param name="seed">The same seed gives the same orders on any number of cores.</param>
    /// <param name="level">The chance that no order is claimed wrongly, such as 0.95.</param>
    /// <param name="bootstraps">How many bootstraps, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ProvenRanks Of(ScoreMatrix scores, ulong seed, double level = 0.95, int bootstraps = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bootstraps, 1);

        var units = new UnitScores(scores);
        var pairs = Pairs(units);
        var signs = new int[pairs.Length];
        var isMany = Array.ConvertAll(pairs, pair => pair.Units >= Enough);
        var few = Enumerable.Range(0, pairs.Length).Where(place => !isMany[place]).ToArray();
        var error = (1 - level) / Math.Max(1, pairs.Length);
        Exact(pairs, few, error * few.Length, signs);
        if (few.Length < pairs.Length)
        {
            var normal = new MaxT(units, pairs).Critical(1 - error * (pairs.Length - few.Length), bootstraps, seed);
            var critical = new Dictionary<int, double>();
            foreach (var place in Enumerable.Range(0, pairs.Length).Where(place => isMany[place]))
            {
                var pair = pairs[place];
                if (!critical.TryGetValue(pair.Units, out var least))
                {
                    critical[pair.Units] = least = StudentsOf(normal, pair.Units);
                }

                signs[place] = Math.Abs(pair.Difference) > least * pair.StandardError ? Math.Sign(pair.Difference) : 0;
            }
        }

        return new ProvenRanks(Above(units.Models, signs), Separation.Of(pairs, units.Units, 1 - level));
    }

    /// <summary>The Student's t that chance exceeds as often as the normal number does. The bootstrap does not let standard errors
    /// vary (its own is that of n, not n − 1, units), and of all pairs those stand out whose standard error is too small by luck.</summary>
    private static double StudentsOf(double normal, int units)
    {
        var beyond = Normal.Cumulative(-normal * Math.Sqrt(units / (units - 1.0)));
        return -StudentT.InvCDF(0, 1, units - 1, beyond);
    }

    /// <summary>Compares all pairs, in the order of <see cref="Pairing"/>.</summary>
    internal static PairTally[] Pairs(UnitScores scores)
    {
        var pairs = new PairTally[Pairing.Count(scores.Models)];
        Parallel.For(0, scores.Models, () => new float[2 * scores.Width], (one, _, scratch) =>
        {
            for (var other = one + 1; other < scores.Models; other++)
            {
                pairs[Pairing.Place(scores.Models, one, other)] = scores.Compare(one, other, scratch);
            }

            return scratch;
        }, static _ => { });
        return pairs;
    }

    private static void Exact(PairTally[] pairs, int[] few, double error, int[] signs)
    {
        var values = new Dictionary<(int, int), double>();
        var rejects = Holm.Rejects(Array.ConvertAll(few, place =>
        {
            var key = (pairs[place].Better, pairs[place].Worse);
            return values.TryGetValue(key, out var value) ? value : values[key] = SignTest.Exact(key.Better, key.Worse);
        }), error);
        for (var i = 0; i < few.Length; i++)
        {
            signs[few[i]] = rejects[i] ? Math.Sign(pairs[few[i]].Better - pairs[few[i]].Worse) : 0;
        }
    }

    private static BitArray[] Above(int models, int[] signs)
    {
        var above = Enumerable.Range(0, models).Select(_ => new BitArray(models)).ToArray();
        for (var one = 0; one < models; one++)
        {
            for (var other = one + 1; other < models; other++)
            {
                var sign = signs[Pairing.Place(models, one, other)];
                above[one][other] = sign > 0;
                above[other][one] = sign < 0;
            }
        }

        return above;
    }
}
