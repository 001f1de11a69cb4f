using CsCheck;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class LikelyRanksTests
{
    private static readonly Gen<Estimate[]> Boards =
        Gen.Select(Gen.Int[0, 40], Gen.Double[0, 1]).Select((trials, share) => Estimate.OfCount(Math.Round(share * trials), trials)).Array[1, 25];

    private static readonly Estimate[] Seven =
        [.. new[] { (20, 20), (19, 20), (19, 20), (17, 20), (15, 20), (12, 20), (18, 40) }.Select(model => Estimate.OfCount(model.Item1, model.Item2))];

    /// <summary>NumPy: p=k/n; m=p.mean(); t2=max(p.var(ddof=1)-(p*(1-p)/(n-1)).mean(),1e-4); c=clip(m*(1-m)/t2-1,1,500); m*c, (1-m)*c.</summary>
    [Fact]
    public void The_prior_is_what_NumPy_finds()
    {
        var prior = BetaPrior.Of(Seven);
        Assert.Equal(2.801254286202975, prior.A, 1e-9);
        Assert.Equal(0.7318592279269035, prior.B, 1e-9);
    }

    /// <summary>NumPy, two million draws: th=rng.beta(k+m*c,n-k+(1-m)*c); r=(-th).argsort(1).argsort(1)+1; quantile(r,(.025,.975)); (r==1).mean(0).</summary>
    [Fact]
    public void Seven_models_have_the_ranks_that_NumPy_draws()
    {
        var ranks = LikelyRanks.Of(Seven, 1, 20_000);
        RankSpan[] spans = [new(1, 4), new(1, 5), new(1, 5), new(2, 6), new(3, 6), new(4, 7), new(6, 7)];
        // A quantile that lies between two ranks may fall either way.
        Assert.All(ranks.Zip(spans), pair => Assert.InRange(
            Math.Abs(pair.First!.Value.Ranks.First - pair.Second.First) + Math.Abs(pair.First.Value.Ranks.Last - pair.Second.Last), 0, 1));
        double[] best = [0.6724, 0.1585, 0.1583, 0.0102, 0.0006, 0, 0];
        Assert.All(ranks.Zip(best), pair => Assert.Equal(pair.Second, pair.First!.Value.BestChance, 0.015));
    }

    [Fact]
    public void Ranks_are_from_1_to_the_measured_models_and_chances_of_being_best_add_up_to_1() => Boards.Sample(models =>
    {
        var ranks = LikelyRanks.Of(models, 3, 100);
        var measured = models.Count(model => model.IsMeasured);
        Assert.Equal(models.Select(model => model.IsMeasured), ranks.Select(rank => rank is not null));
        Assert.All(ranks.OfType<LikelyRank>(), rank =>
        {
            Assert.InRange(rank.Ranks.First, 1, rank.Ranks.Last);
            Assert.InRange(rank.Ranks.Last, 1, measured);
        });
        Assert.Equal(measured > 0 ? 1 : 0, ranks.OfType<LikelyRank>().Sum(rank => rank.BestChance), 1e-9);
    });

    [Fact]
    public void Permuting_models_without_equals_permutes_the_ranks() => Boards.Sample(board =>
    {
        var models = board.DistinctBy(model => model.IsMeasured ? model.Smoothed : -1).ToList();
        Assert.Equal(LikelyRanks.Of(models, 3, 200), LikelyRanks.Of([.. models.AsEnumerable().Reverse()], 3, 200).Reverse());
    });

    [Fact]
    public void A_single_model_is_first_and_the_best()
    {
        var rank = Assert.Single(LikelyRanks.Of([Estimate.OfCount(3, 5)], 1));
        Assert.Equal(new LikelyRank(new RankSpan(1, 1), 1), rank);
        Assert.Null(Assert.Single(LikelyRanks.Of([Estimate.None], 1)));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(13)]
    [InlineData(0)]
    public void Equal_models_share_all_ranks(int right)
    {
        var ranks = LikelyRanks.Of([.. Enumerable.Repeat(Estimate.OfCount(right, 20), 16)], 1);
        Assert.All(ranks, rank =>
        {
            Assert.Equal(new RankSpan(1, 16), rank!.Value.Ranks);
            Assert.Equal(1 / 16.0, rank.Value.BestChance, 0.025);
        });
    }

    [Fact]
    public void The_same_seed_gives_the_same_ranks()
    {
        Assert.Equal(LikelyRanks.Of(Seven, 9), LikelyRanks.Of(Seven, 9));
        Assert.NotEqual(LikelyRanks.Of(Seven, 9), LikelyRanks.Of(Seven, 10));
    }

    [Fact]
    public void A_total_of_one_part_is_ranked_as_that_part_and_more_parts_narrow_it()
    {
        var one = LikelyRanks.OfComposites([.. Seven.Select(model => new Composite([model], [2]))], 9);
        Assert.All(one.Zip(LikelyRanks.Of(Seven, 9)), pair => Assert.Equal(pair.Second!.Value.BestChance, pair.First!.Value.BestChance, 1e-9));

        var five = LikelyRanks.OfComposites([.. Seven.Select(model => new Composite([.. Enumerable.Repeat(model, 5)], [1, 1, 1, 1, 1]))], 9);
        Assert.True(five[3]!.Value.Ranks.First >= one[3]!.Value.Ranks.First && five[5]!.Value.Ranks.Last <= one[5]!.Value.Ranks.Last);
        Assert.True(five[0]!.Value.BestChance > one[0]!.Value.BestChance);
    }

    [Fact]
    public void A_total_without_a_measured_part_has_no_rank()
    {
        var ranks = LikelyRanks.OfComposites([new([Estimate.None], [1]), new([Estimate.OfCount(3, 4)], [1])], 1);
        Assert.Null(ranks[0]);
        Assert.Equal(1, ranks[1]!.Value.BestChance);
    }
}
