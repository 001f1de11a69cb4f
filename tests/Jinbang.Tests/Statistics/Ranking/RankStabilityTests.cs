using CsCheck;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class RankStabilityTests
{
    [Fact]
    public void A_model_that_is_best_in_every_part_is_first_with_all_weights()
    {
        var ranks = RankStability.Of([[0.9, 0.8, 0.7], [0.5, 0.6, 0.1], [0.1, 0.7, 0.3]], [1, 1, 2], 10, 1);
        Assert.Equal(new StableRank(new RankSpan(1, 1), 1), ranks[0]);
        Assert.Equal(new RankSpan(2, 3), ranks[1]!.Value.Ranks);
    }

    /// <summary>With two parts and weights of 1/2, concentration 2, the drawn weight is uniform: the first model leads where it is above 1/2.</summary>
    [Fact]
    public void Two_models_that_each_lead_one_part_share_the_lead()
    {
        var ranks = RankStability.Of([[1, 0.01], [0, 1]], [1, 1], 2, 1, 10_000);
        Assert.Equal(0.5, ranks[0]!.Value.SameShare, 0.02);
        Assert.Equal(new RankSpan(1, 2), ranks[0]!.Value.Ranks);
    }

    [Fact]
    public void The_nearer_the_weights_keep_the_less_ranks_move() => Gen.Double[0, 1].Array[3].Array[2, 12].Sample(models =>
    {
        IReadOnlyList<IReadOnlyList<double>> parts = models;
        var (near, far) = (RankStability.Of(parts, [1, 2, 3], 1e9, 1, 200), RankStability.Of(parts, [1, 2, 3], 3, 1, 200));
        Assert.True(near.Average(rank => rank!.Value.SameShare) >= far.Average(rank => rank!.Value.SameShare));
        Assert.All(near.Concat(far), rank => Assert.InRange(rank!.Value.Ranks.Last, rank.Value.Ranks.First, models.Length));
    }, iter: 50);

    [Fact]
    public void Missing_parts_are_left_out_and_a_model_without_any_has_no_rank()
    {
        var ranks = RankStability.Of([[double.NaN, 0.5], [double.NaN, double.NaN], [0.4, 0.4], [0.9, double.NaN]], [1, 1], 10, 1);
        Assert.Null(ranks[1]);
        Assert.Equal(new StableRank(new RankSpan(1, 1), 1), ranks[3]);
        Assert.Equal(new StableRank(new RankSpan(3, 3), 1), ranks[2]);
    }
}
