using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public sealed class EstimateTests
{
    private static readonly float[] Points = [1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0.5f, 1];
    private static readonly int[] Clusters = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4];

    private static readonly Gen<float[]> Marks = Gen.Int[0, 4].Select(quarter => quarter / 4f).Array[1, 60];

    /// <summary>
    /// NumPy 1.24: W=w.sum(); C=5; m=W/C; cw=[w[c==k].sum() for k in range(C)]+[m,m]; cs=[(w*x)[c==k].sum() for k in range(C)]+[m,0];
    /// p=sum(cs)/sum(cw); v=((cs-p*cw)**2).sum()/sum(cw)**2*7/6; trials=min(W*W/(w*w).sum(), p*(1-p)/v*C/(C+2)).
    /// </summary>
    [Fact]
    public void A_clustered_mean_has_the_trials_that_NumPy_finds()
    {
        var plain = ClusteredMean.Of(Points, clusters: Clusters);
        Assert.Equal(0.7083333333333334, plain.Value, 1e-9);
        Assert.Equal(7.417753531866902, plain.Trials, 1e-9);

        var weighted = ClusteredMean.Of(Points, [1, 2, 1, 1, 1, 3, 1, 1, 2, 1, 1, 1], Clusters);
        Assert.Equal(0.78125, weighted.Value, 1e-9);
        Assert.Equal(7.182453124991661, weighted.Trials, 1e-9);
    }

    [Fact]
    public void Without_clusters_and_weights_the_trials_are_the_items() =>
        Marks.Sample(points =>
        {
            var estimate = ClusteredMean.Of(points);
            var same = ClusteredMean.Of(points, [.. points.Select(_ => 3.0)], [.. points.Select((_, item) => item)]);
            Assert.Equal(points.Length, estimate.Trials, 1e-9);
            Assert.Equal(points.Average(), estimate.Value, 1e-6);
            Assert.Equal(estimate.Trials, same.Trials, 1e-9);
            Assert.Equal(estimate.Value, same.Value, 1e-9);
        });

    [Fact]
    public void Clusters_never_add_trials_and_the_interval_keeps_within_0_and_1_and_is_never_a_point() =>
        Gen.Select(Marks, Gen.Int[1, 8]).Sample((points, size) =>
        {
            var estimate = ClusteredMean.Of(points, clusters: [.. points.Select((_, item) => item / size)]);
            var interval = estimate.Interval(0.95);
            return estimate.Trials <= points.Length + 1e-9 && interval.Low >= 0 && interval.High <= 1 && interval.High > interval.Low
                && interval.Low <= estimate.Value + 1e-9 && interval.High >= estimate.Value - 1e-9;
        });

    [Fact]
    public void Five_repeats_of_a_hundred_questions_that_always_go_alike_tell_as_much_as_a_hundred()
    {
        var points = Enumerable.Range(0, 500).Select(item => item / 5 % 2 == 0 ? 1f : 0).ToArray();
        Assert.Equal(100, ClusteredMean.Of(points, clusters: [.. points.Select((_, item) => item / 5)]).Trials, 3.0);
    }

    [Fact]
    public void Missing_points_and_items_without_weight_do_not_count()
    {
        Assert.Equal(new Estimate(0.5, 2), ClusteredMean.Of([1, float.NaN, 0, 1], [1, 1, 1, 0]));
        Assert.False(ClusteredMean.Of([float.NaN, 1], [1, 0]).IsMeasured);
    }

    [Fact]
    public void A_standard_error_leads_to_the_trials_that_have_it() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[1, 1e6]).Sample((value, trials) =>
        {
            var estimate = new Estimate(value, trials);
            Assert.Equal(1, Estimate.OfStandardError(value, estimate.StandardError).Trials / trials, 1e-6);
        });

    /// <summary>NumPy: s=(x*n+.5)/(n+1); var=((w*np.sqrt(s*(1-s)/n))**2).sum()/36; c=(w*s).sum()/6; c*(1-c)/var for x=(.9,.5,1), n=(100,20,50), w=(1,2,3).</summary>
    [Fact]
    public void A_total_has_the_trials_that_NumPy_finds()
    {
        var total = new Composite([new(0.9, 100), new(0.5, 20), new(1, 50)], [1, 2, 3]).Total;
        Assert.Equal(0.8166666666666668, total.Value, 1e-9);
        Assert.Equal(104.70410822153475, total.Trials, 1e-9);
    }

    [Fact]
    public void A_total_of_one_measured_part_is_that_part_and_of_none_is_none()
    {
        var part = new Estimate(0.7, 33);
        var total = new Composite([Estimate.None, part, new(0.1, 50)], [5, 2, 0]).Total;
        Assert.Equal(part.Value, total.Value, 1e-12);
        Assert.Equal(part.Trials, total.Trials, 1e-9);
        Assert.False(new Composite([Estimate.None, new(0.5, 9)], [1, 0]).Total.IsMeasured);
    }

    [Fact]
    public void Equal_parts_that_count_alike_are_one_exam() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 200], Gen.Double[0, 1]).Sample((parts, trials, share) =>
        {
            var total = new Composite([.. Enumerable.Repeat(new Estimate(share, trials), parts)], [.. Enumerable.Repeat(0.3, parts)]).Total;
            Assert.Equal(parts * trials, total.Trials, 1e-6);
        });
}
