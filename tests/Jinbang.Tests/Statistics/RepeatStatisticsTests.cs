using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public sealed class RepeatStatisticsTests
{
    [Fact]
    public void The_commonest_answer_counts_and_ties_share()
    {
        Assert.Equal(1, Plurality.Worth([(3, 1), (2, 0)]));
        Assert.Equal(0.5, Plurality.Worth([(2, 1), (2, 0), (1, 0.25)]));
        Assert.Equal(0, Plurality.Worth([]));
    }

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 4].Select(quarters => quarters / 4.0)).Array[1, 6].Sample(answers =>
            Assert.Equal(Plurality.Worth(answers), Plurality.Worth([.. answers.Reverse()]), 12));

    [Fact]
    public void Of_five_and_seven_the_sample_variance_is_two() => Assert.Equal(2, Variance.Sample([5, 7]), 12);

    /// <summary>Of right and wrong alone it is n p (1 − p) / (n − 1).</summary>
    [Fact]
    public void The_variance_of_right_and_wrong_follows_from_their_share() =>
        Gen.Bool.Array[2, 30].Sample(outcomes =>
        {
            var share = outcomes.Count(right => right) / (double)outcomes.Length;
            Assert.Equal(
                outcomes.Length * share * (1 - share) / (outcomes.Length - 1),
                Variance.Sample([.. outcomes.Select(right => right ? 1.0 : 0)]), 12);
        });

    [Fact]
    public void One_value_has_no_variance() => Assert.Throws<ArgumentException>(() => Variance.Sample([1]));
}
