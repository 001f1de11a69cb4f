using CsCheck;
using Jinbang.Statistics.Pairs;

namespace Jinbang.Tests.Statistics.Pairs;

public sealed class SignTestTests
{
    // SciPy 1.10.1: p = binomtest(b, b + c).pvalue; p - binom.pmf(b, b + c, .5); exp((b + c) * log(2) + betaln(b + .5, c + .5) - betaln(.5, .5)).
    [Theory]
    [InlineData(6, 0, 0.03125, 0.015625, 14.4375)]
    [InlineData(5, 0, 0.0625, 0.03125, 7.875)]
    [InlineData(10, 3, 0.09228515625, 0.05737304687500003, 1.5771484375)]
    [InlineData(300, 250, 0.03657874554910267, 0.0330715159173579, 0.33109848291446137)]
    [InlineData(1200, 1000, 2.181702640791419e-05, 1.9916416564601536e-05, 152.85054948190054)]
    [InlineData(4, 4, 1, 0.86328125, 0.2734375)]
    public void Its_values_are_SciPy_s(int one, int other, double exact, double mid, double evidence)
    {
        Assert.Equal(exact, SignTest.Exact(one, other), 1e-9);
        Assert.Equal(mid, SignTest.MidP(one, other), 1e-9);
        Assert.Equal(evidence, SignTest.Evidence(one, other), 1e-9);
    }

    [Fact]
    public void Who_comes_first_does_not_matter_and_mid_p_is_the_smaller() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]).Sample((one, other) =>
            Math.Abs(SignTest.Exact(one, other) - SignTest.Exact(other, one)) < 1e-12 && SignTest.MidP(one, other) <= SignTest.Exact(one, other)
            && SignTest.Exact(one, other) is > 0 and <= 1 && SignTest.MidP(one, other) > -1e-12);

    [Fact]
    public void Without_any_difference_nothing_speaks_for_one()
    {
        Assert.Equal(1, SignTest.Exact(0, 0));
        Assert.Equal(1, SignTest.MidP(0, 0));
        Assert.Equal(1, SignTest.Evidence(0, 0), 12);
    }

    /// <summary>Exact: over all ways in which m items can fall, it rejects at most as often as it says.</summary>
    [Fact]
    public void It_rejects_by_chance_no_more_often_than_it_says() =>
        Gen.Select(Gen.Int[1, 40], Gen.Double[0.001, 0.2]).Sample((items, error) =>
            Enumerable.Range(0, items + 1).Where(one => SignTest.Exact(one, items - one) <= error)
                .Sum(one => MathNet.Numerics.Distributions.Binomial.PMF(0.5, items, one)) <= error + 1e-9);

    /// <summary>A bet against chance is fair: its worth after any number of items is 1 on average.</summary>
    [Fact]
    public void The_evidence_is_1_on_average() =>
        Gen.Int[1, 60].Sample(items => Assert.Equal(1, Enumerable.Range(0, items + 1)
            .Sum(one => MathNet.Numerics.Distributions.Binomial.PMF(0.5, items, one) * SignTest.Evidence(one, items - one)), 1e-9));

    [Fact]
    public void A_negative_number_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => SignTest.Exact(-1, 3));
}
