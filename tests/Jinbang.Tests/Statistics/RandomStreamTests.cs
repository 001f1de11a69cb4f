using Jinbang.Statistics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Jinbang.Tests.Statistics;

public sealed class RandomStreamTests
{
    private const int Many = 200_000;

    [Fact]
    public void Normal_numbers_have_the_normal_distribution() => Follows(Drawn((ref RandomStream random) => random.Normal()), Jinbang.Statistics.Normal.Cumulative);

    /// <summary>Math.NET takes what is next to 0 as 0; there the first term of the series is right.</summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(250)]
    public void Gamma_numbers_have_the_gamma_distribution(double shape) =>
        Follows(Drawn((ref RandomStream random) => random.Gamma(new GammaShape(shape))), x => x < 1e-7 ? Math.Exp(shape * Math.Log(x) - SpecialFunctions.GammaLn(shape + 1)) : Gamma.CDF(shape, 1, x));

    [Fact]
    public void Normal_numbers_reach_as_far_as_they_should()
    {
        var far = Drawn((ref RandomStream random) => random.Normal()).Count(x => Math.Abs(x) > 3.5);
        // 2 · (1 − Φ(3.5)) of 200,000 are 93; four standard deviations either way.
        Assert.InRange(far, 54, 132);
    }

    [Fact]
    public void Whole_numbers_come_equally_often() => Assert.All(
        Drawn((ref RandomStream random) => random.Below(7)).CountBy(number => number), number => Assert.InRange(number.Value, Many / 7 - 800, Many / 7 + 800));

    [Fact]
    public void A_stream_is_the_same_again_and_unlike_its_neighbour()
    {
        Assert.Equal(new RandomStream(5, 3).Share(), new RandomStream(5, 3).Share());
        Assert.NotEqual(new RandomStream(5, 3).Share(), new RandomStream(5, 4).Share());
        Assert.NotEqual(new RandomStream(6, 3).Share(), new RandomStream(5, 3).Share());
    }

    private delegate double Draw(ref RandomStream random);

    private static double[] Drawn(Draw draw)
    {
        var random = new RandomStream(1, 0);
        var drawn = new double[Many];
        for (var i = 0; i < Many; i++)
        {
            drawn[i] = draw(ref random);
        }

        return drawn;
    }

    /// <summary>Kolmogorov's distance, which exceeds 1.95 / √n once in a thousand cases.</summary>
    private static void Follows(double[] drawn, Func<double, double> cumulative) => Assert.True(
        drawn.Order().Select((x, place) => Math.Abs(cumulative(x) - (place + 0.5) / Many)).Max() < 1.95 / Math.Sqrt(Many));
}
