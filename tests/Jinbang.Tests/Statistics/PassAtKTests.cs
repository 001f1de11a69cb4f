using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public sealed class PassAtKTests
{
    private static readonly Gen<(int Samples, int Successes)> Sampled =
        Gen.Int[1, 60].SelectMany(samples => Gen.Int[0, samples].Select(successes => (samples, successes)));

    [Theory]
    [InlineData(5, 2, 3, 0.9)]
    [InlineData(10, 1, 5, 0.5)]
    [InlineData(4, 4, 2, 1)]
    [InlineData(3, 0, 3, 0)]
    public void It_is_one_minus_the_chance_of_drawing_failures_alone(int samples, int successes, int k, double expected) =>
        Assert.Equal(expected, PassAtK.Of(samples, successes, k), 12);

    /// <summary>The estimator is the share of all choices of k samples that hold a success, counted here one by one.</summary>
    [Fact]
    public void It_is_the_share_of_choices_with_a_success() =>
        Gen.Int[1, 12].SelectMany(samples => Gen.Select(Gen.Const(samples), Gen.Int[0, samples], Gen.Int[1, samples])).Sample((samples, successes, k) =>
        {
            var choices = Enumerable.Range(0, 1 << samples).Where(set => int.PopCount(set) == k).ToList();
            var lucky = choices.Count(set => (set & ((1 << successes) - 1)) != 0);
            Assert.Equal((double)lucky / choices.Count, PassAtK.Of(samples, successes, k), 12);
        });

    [Fact]
    public void One_try_passes_as_often_as_samples_succeed() =>
        Sampled.Sample((samples, successes) => Assert.Equal((double)successes / samples, PassAtK.Of(samples, successes, 1), 12));

    [Fact]
    public void As_many_tries_as_samples_pass_when_any_succeeded() =>
        Sampled.Sample((samples, successes) => Assert.Equal(successes > 0 ? 1 : 0, PassAtK.Of(samples, successes, samples), 12));

    [Fact]
    public void Another_try_never_lowers_it_nor_another_success() =>
        Sampled.Sample((samples, successes) =>
        {
            for (var k = 1; k <= samples; k++)
            {
                var now = PassAtK.Of(samples, successes, k);
                Assert.InRange(now, 0, 1);
                Assert.True(k == 1 || now >= PassAtK.Of(samples, successes, k - 1) - 1e-12);
                Assert.True(successes == 0 || now >= PassAtK.Of(samples, successes - 1, k) - 1e-12);
            }
        });

    [Fact]
    public void A_hundred_thousand_samples_do_not_overflow() =>
        Assert.Equal(1 - Math.Pow(0.5, 10), PassAtK.Of(100_000, 50_000, 10), 4);

    [Theory]
    [InlineData(3, 1, 0)]
    [InlineData(3, 1, 4)]
    [InlineData(3, 4, 1)]
    [InlineData(3, -1, 1)]
    public void What_makes_no_sense_is_refused(int samples, int successes, int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassAtK.Of(samples, successes, k));
}
