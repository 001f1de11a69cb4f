using CsCheck;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class ProvenRanksTests
{
    private static readonly Gen<(int Models, int Items, int Seed, double Missing)> Boards =
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 130], Gen.Int[0, 1000], Gen.Bool.Select(isMissing => isMissing ? 0.2 : 0));

    private static ScoreMatrix Twelve()
    {
        var scores = new ScoreMatrix(12, 80);
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < 80; j++)
            {
                scores.Of(i)[j] = (i * 37 + j * 101 + i * j * 7) % 97 < 30 + 5 * i ? 1 : 0;
            }
        }

        return scores;
    }

    /// <summary>
    /// NumPy 1.24, rng=default_rng(3), 20,000 bootstraps of the same matrix: mm=X[:,rng.integers(0,80,80)].mean(1)-D;
    /// (abs(mm[:,None]-mm[None,:])/se).max() with se=sqrt(max(.25/80,(X[i]-X[j]).var(ddof=1))/80); quantile .95: 3.22.
    /// SciPy: -t.ppf(norm.cdf(-3.22*sqrt(80/79)),79) is 3.362; 1+(D-D[i]>3.362*se[i]).sum() and so on. No pair is nearer to it than 0.046.
    /// </summary>
    [Fact]
    public void Twelve_models_over_80_questions_have_the_ranges_that_NumPy_finds()
    {
        var units = new UnitScores(Twelve());
        Assert.Equal(3.22, new MaxT(units, ProvenRanks.Pairs(units)).Critical(0.95, 20_000, 1), 0.03);
        Assert.Equal(
            [new(6, 12), new(6, 12), new(5, 12), new(5, 12), new(3, 12), new(3, 12), new(2, 12), new(1, 10), new(1, 8), new(1, 8), new(1, 6), new(1, 5)],
            ProvenRanks.Of(Twelve(), 1, bootstraps: 20_000).Ranks);
    }

    [Fact]
    public void A_range_holds_the_rank_by_points_and_agrees_with_the_proven_orders() => Boards.Sample(board =>
    {
        var scores = Scores(board.Models, board.Items, board.Seed, board.Missing);
        var proven = ProvenRanks.Of(scores, 5, bootstraps: 60);
        var models = Enumerable.Range(0, board.Models).ToList();
        var means = models.Select(model => ClusteredMean.Of(scores.Of(model)).Value).ToList();
        foreach (var model in models)
        {
            Assert.False(proven.IsAbove(model, model));
            Assert.Equal(1 + models.Count(other => proven.IsAbove(other, model)), proven.Ranks[model].First);
            Assert.Equal(board.Models - models.Count(other => proven.IsAbove(model, other)), proven.Ranks[model].Last);
            Assert.DoesNotContain(models, other => proven.IsAbove(model, other) && proven.IsAbove(other, model));
            if (board.Missing == 0)
            {
                Assert.InRange(1 + means.Count(mean => mean > means[model]), proven.Ranks[model].First, board.Models);
                Assert.InRange(board.Models - means.Count(mean => mean < means[model]), 1, proven.Ranks[model].Last);
            }
        }
    }, iter: 60);

    [Fact]
    public void Permuting_the_models_permutes_the_ranges() => Boards.Sample(board =>
    {
        var scores = Scores(board.Models, board.Items, board.Seed, board.Missing);
        var turned = new ScoreMatrix(board.Models, board.Items);
        for (var model = 0; model < board.Models; model++)
        {
            scores.Of(model).CopyTo(turned.Of(board.Models - 1 - model));
        }

        Assert.Equal(ProvenRanks.Of(scores, 5, bootstraps: 60).Ranks, ProvenRanks.Of(turned, 5, bootstraps: 60).Ranks.Reverse());
    }, iter: 60);

    [Fact]
    public void Items_that_are_clusters_of_their_own_and_count_alike_change_nothing() => Boards.Sample(board =>
    {
        var plain = Scores(board.Models, board.Items, board.Seed, board.Missing);
        var told = new ScoreMatrix(board.Models, board.Items)
        {
            Clusters = [.. Enumerable.Range(0, board.Items).Select(item => 7 * item)],
            Weights = [.. Enumerable.Repeat(2.0, board.Items)],
        };
        for (var model = 0; model < board.Models; model++)
        {
            plain.Of(model).CopyTo(told.Of(model));
        }

        Assert.Equal(ProvenRanks.Of(plain, 5, bootstraps: 60).Ranks, ProvenRanks.Of(told, 5, bootstraps: 60).Ranks);
    }, iter: 40);

    [Fact]
    public void Repeating_every_item_ten_times_proves_nothing_more_once_repeats_are_clusters()
    {
        var once = Scores(6, 60, 4, 0);
        var often = new ScoreMatrix(6, 600) { Clusters = [.. Enumerable.Range(0, 600).Select(item => item / 10)] };
        var naive = new ScoreMatrix(6, 600);
        for (var model = 0; model < 6; model++)
        {
            for (var item = 0; item < 600; item++)
            {
                naive.Of(model)[item] = often.Of(model)[item] = once.Of(model)[item / 10];
            }
        }

        Assert.Equal(ProvenRanks.Of(once, 5).Ranks, ProvenRanks.Of(often, 5).Ranks);
        Assert.NotEqual(ProvenRanks.Of(once, 5).Ranks, ProvenRanks.Of(naive, 5).Ranks);
    }

    [Fact]
    public void Six_questions_alone_tell_two_models_apart_and_five_do_not()
    {
        Assert.True(Pair(6, 14).IsAbove(0, 1));
        Assert.False(Pair(5, 15).IsAbove(0, 1));

        static ProvenRanks Pair(int alone, int alike)
        {
            var scores = new ScoreMatrix(2, alone + alike);
            scores.Of(0).Fill(1);
            scores.Of(1).Fill(1);
            scores.Of(1)[..alone].Clear();
            return ProvenRanks.Of(scores, 1);
        }
    }

    [Fact]
    public void Models_with_few_common_questions_are_told_apart_exactly_beside_others()
    {
        var scores = new ScoreMatrix(3, 200);
        scores.Of(0).Fill(1);
        scores.Of(1).Clear();
        scores.Of(2)[..20].Clear();
        var proven = ProvenRanks.Of(scores, 1);
        Assert.True(proven.IsAbove(0, 1));
        Assert.True(proven.IsAbove(0, 2));
        Assert.False(proven.IsAbove(1, 2) || proven.IsAbove(2, 1));
        Assert.Equal([new(1, 1), new(2, 3), new(2, 3)], proven.Ranks);
    }

    [Fact]
    public void A_board_of_equals_and_one_of_nobody_prove_nothing()
    {
        var scores = new ScoreMatrix(4, 100);
        for (var model = 0; model < 4; model++)
        {
            scores.Of(model).Fill(1);
        }

        Assert.All(ProvenRanks.Of(scores, 1).Ranks, rank => Assert.Equal(new RankSpan(1, 4), rank));
        Assert.All(ProvenRanks.Of(new ScoreMatrix(4, 100), 1).Ranks, rank => Assert.Equal(new RankSpan(1, 4), rank));
        Assert.Empty(ProvenRanks.Of(new ScoreMatrix(0, 10), 1).Ranks);
    }

    private static ScoreMatrix Scores(int models, int items, int seed, double missing)
    {
        var random = new Random(seed);
        var scores = new ScoreMatrix(models, items);
        for (var model = 0; model < models; model++)
        {
            var row = scores.Of(model);
            for (var item = 0; item < items; item++)
            {
                var points = random.NextDouble() < 0.2 + 0.7 * model / models ? 1 : random.Next(2) / 4f;
                row[item] = random.NextDouble() < missing ? float.NaN : points;
            }
        }

        return scores;
    }
}
