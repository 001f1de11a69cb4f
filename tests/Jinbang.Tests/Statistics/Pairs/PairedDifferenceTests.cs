using CsCheck;
using Jinbang.Statistics.Pairs;

namespace Jinbang.Tests.Statistics.Pairs;

public sealed class PairedDifferenceTests
{
    private static readonly float[] First = [1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0.5f, 1, 1, 1, 0, 1, 1, 0, 1, 1];
    private static readonly float[] Second = [1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0.25f, 0, 1, 1, 0, 0, 1, 0, 0, 1];

    /// <summary>
    /// NumPy 1.24, SciPy 1.10.1: d=a-b; m=d.mean(); se=sqrt(d.var(ddof=1)/20); e=append(d,[1,-1]);
    /// e.mean()±t.ppf(.975,19)*sqrt(e.var(ddof=1)/22); binomtest(7,8); q=(d*d).mean(); ((norm.ppf(.975)*sqrt(q)+norm.ppf(.8)*sqrt(q-m*m))/m)**2.
    /// </summary>
    [Fact]
    public void It_is_what_SciPy_finds()
    {
        var pair = PairedDifference.Of(First, Second)!;
        Assert.Equal((20, 20, 7, 1), (pair.Items, pair.Clusters, pair.Better, pair.Worse));
        Assert.Equal(0.2625, pair.Difference, 1e-9);
        Assert.Equal(0.12230650669096625, pair.StandardError!.Value, 1e-9);
        Assert.Equal(-0.03348915513163153, pair.Interval!.Value.Low, 1e-9);
        Assert.Equal(0.5107618824043588, pair.Interval.Value.High, 1e-9);
        Assert.Equal(0.0703125, pair.ExactP, 1e-9);
        Assert.Equal(38 - 20, pair.MoreItems);
    }

    /// <summary>The same with sums of weighted differences by cluster: ((cs-m*cw)**2).sum()/W**2*C/(C-1).</summary>
    [Fact]
    public void Clusters_and_weights_are_what_NumPy_finds()
    {
        var clustered = PairedDifference.Of(First, Second, [.. Enumerable.Range(0, 20).Select(item => item / 4)])!;
        Assert.Equal((5, 7, 1), (clustered.Clusters, clustered.Better, clustered.Worse));
        Assert.Equal(0.08926785535678562, clustered.StandardError!.Value, 1e-9);
        Assert.Equal(-0.45623686778808104, clustered.Interval!.Value.Low, 1e-9);
        Assert.Equal(0.831236867788081, clustered.Interval.Value.High, 1e-9);
        Assert.Equal(0.125, clustered.ExactP, 1e-9);

        var weighted = PairedDifference.Of(First, Second, weights: [.. Enumerable.Range(0, 20).Select(item => 1.0 + item % 2)])!;
        Assert.Equal(0.24166666666666667, weighted.Difference, 1e-9);
        Assert.Equal(0.13910801427713412, weighted.StandardError!.Value, 1e-9);
        Assert.Equal(-0.07955703691329866, weighted.Interval!.Value.Low, 1e-9);
        Assert.Equal(0.5189509763072381, weighted.Interval.Value.High, 1e-9);
        Assert.Equal(48 - 20, weighted.MoreItems);
    }

    [Fact]
    public void Equals_need_no_number_of_questions_and_those_told_apart_no_more()
    {
        var equal = PairedDifference.Of(First, First)!;
        Assert.Null(equal.MoreItems);
        Assert.Equal(1, equal.ExactP);
        Assert.True(equal.Interval!.Value.Low < -0.05 && equal.Interval.Value.High > 0.05);
        Assert.Equal(0, PairedDifference.Of([1, 1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 0, 0])!.MoreItems);
    }

    [Fact]
    public void Only_questions_that_both_have_count()
    {
        Assert.Null(PairedDifference.Of([1, float.NaN], [float.NaN, 0]));
        var one = PairedDifference.Of([1, float.NaN, 1], [float.NaN, 0, 0])!;
        Assert.Equal((1, 1.0, 1, 0), (one.Items, one.Difference, one.Better, one.Worse));
        Assert.Null(one.StandardError);
        Assert.Null(one.Interval);
    }

    [Fact]
    public void Turning_the_pair_turns_the_difference_and_the_interval_is_within_bounds() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 5]).Array[2, 60].Sample(items =>
        {
            var first = items.Select(item => item.Item1 / 4f).ToArray();
            var second = items.Select(item => item.Item2 / 4f).ToArray();
            var clusters = items.Select(item => item.Item3).ToArray();
            var (pair, turned) = (PairedDifference.Of(first, second, clusters)!, PairedDifference.Of(second, first, clusters)!);
            Assert.Equal(pair.Difference, -turned.Difference, 1e-9);
            Assert.Equal((pair.Better, pair.Worse), (turned.Worse, turned.Better));
            Assert.Equal(pair.ExactP, turned.ExactP, 1e-12);
            Assert.Equal(pair.MoreItems, turned.MoreItems);
            if (pair.Interval is { } interval)
            {
                Assert.True(interval.Low >= -1 && interval.High <= 1 && interval.Low < interval.High);
                Assert.Equal(interval.Low, -turned.Interval!.Value.High, 1e-9);
            }
        });
}
