using CsCheck;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class TieGroupsTests
{
    [Fact]
    public void The_first_leads_all_that_are_not_below_it_then_the_first_left_over()
    {
        // Model 0 is above 2, 3 and 4; model 2 is above 4.
        static bool IsAbove(int one, int other) => (one, other) is (0, 2) or (0, 3) or (0, 4) or (2, 4);
        Assert.Equal([new(1, 2), new(1, 2), new(3, 4), new(3, 4), new(5, 5)], TieGroups.Of([0, 1, 2, 3, 4], IsAbove));
    }

    [Fact]
    public void Groups_share_out_all_ranks() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 1000]).Sample((models, seed) =>
        {
            var random = new Random(seed);
            var above = Enumerable.Range(0, models * models).Select(_ => random.Next(3) == 0).ToArray();
            var groups = TieGroups.Of([.. Enumerable.Range(0, models)], (one, other) => one < other && above[one * models + other]);
            var ranks = groups.Distinct().SelectMany(group => Enumerable.Range(group.First, group.Last - group.First + 1)).Order();
            Assert.Equal(Enumerable.Range(1, models), ranks);
            Assert.All(groups.CountBy(group => group), group => Assert.Equal(group.Key.Last - group.Key.First + 1, group.Value));
        });
}
