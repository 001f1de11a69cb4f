using CsCheck;
using Jinbang.Statistics;
using Jinbang.Statistics.Pairs;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class SeparationTests
{
    [Fact]
    public void Twenty_questions_take_6_for_a_pair_12_for_one_against_86_and_18_over_all_3741_pairs()
    {
        Assert.Equal(6, Separation.Smallest(20, 0, 0.05));
        Assert.Equal(12, Separation.Smallest(20, 0, 0.05 / 86));
        Assert.Equal(18, Separation.Smallest(20, 0, 0.05 / 3741));
        Assert.Equal(new Separation(20, 0.1, 6, 18), Separation.Of(20, 0.1, 87, 0.05));
    }

    [Fact]
    public void Five_questions_tell_nothing_apart() => Assert.Null(Separation.Smallest(5, 0.5, 0.05));

    /// <summary>Of 100 questions on which models differ, 21 more must favour one: binomtest(60, 100) has p 0.057, binomtest(61, 100) 0.035.</summary>
    [Fact]
    public void The_more_models_differ_the_more_it_takes() => Assert.Equal(21, Separation.Smallest(1000, 0.1, 0.05));

    [Fact]
    public void It_is_the_smallest_at_which_the_test_rejects() =>
        Gen.Select(Gen.Int[6, 400], Gen.Double[0, 1], Gen.Double[0.0001, 0.2]).Sample((items, share, error) =>
        {
            var usual = (int)Math.Round(items * share);
            var first = Enumerable.Range(1, items).Where(difference => P(difference) <= error).Select(difference => (int?)difference).FirstOrDefault();
            Assert.Equal(first, Separation.Smallest(items, share, error));

            double P(int difference)
            {
                var differing = Math.Max(difference, (usual + difference) % 2 == 0 ? usual : usual + 1);
                return SignTest.Exact((differing + difference) / 2, (differing - difference) / 2);
            }
        });

    /// <summary>A made-up exam of 20 questions, 87 models, 14 of which have all right.</summary>
    [Fact]
    public void Perfect_scores_of_an_exam_of_twenty_are_one_tie_group()
    {
        var lines = File.ReadAllLines(SharedData.Path("matrices/simulated-exam20-visible.responses.csv"))[1..];
        var scores = new ScoreMatrix(lines.Length, 20);
        for (var model = 0; model < lines.Length; model++)
        {
            for (var item = 0; item < 20; item++)
            {
                scores.Of(model)[item] = lines[model].Split(',')[1][item] - '0';
            }
        }

        var right = Enumerable.Range(0, 87).Select(model => ClusteredMean.Of(scores.Of(model))).ToList();
        var order = Enumerable.Range(0, 87).OrderByDescending(model => right[model].Value).ToList();
        var proven = ProvenRanks.Of(scores, 1);
        var groups = TieGroups.Of(order, proven.IsAbove);

        Assert.Equal(14, right.Count(estimate => estimate.Value == 1));
        Assert.Single(groups.Take(14).Distinct());
        Assert.Equal(18, Separation.Smallest(20, 0, 0.05 / Pairing.Count(87)));
        Assert.InRange(proven.Separation.OnePair!.Value, 6, 7);
        // Even the worst model is one question short of the 12 that one chosen perfect model needs against 86.
        Assert.Equal(11, PairedDifference.Of(scores.Of(order[0]), scores.Of(order[^1]))!.Better);
        Assert.Equal(new RankSpan(1, 87), groups[0]);
    }
}
