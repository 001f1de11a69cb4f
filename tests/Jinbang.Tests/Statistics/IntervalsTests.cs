using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public sealed class IntervalsTests
{
    // Newcombe 1998 (Statistics in Medicine 17:857–872), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_as_published(int successes, int trials, double low, double high)
    {
        var interval = Intervals.Wilson(successes, trials, 0.95);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilsons_interval_holds_the_share_and_is_never_a_point() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Double[0, 1], Gen.Double[0.01, 0.999]).Sample((trials, share, level) =>
        {
            var interval = Intervals.Wilson(share * trials, trials, level);
            return interval.Low >= 0 && interval.High <= 1 && interval.High > interval.Low
                && interval.Low <= share + 1e-12 && interval.High >= share - 1e-12;
        });

    // python3 -c "from scipy.stats import beta; print(beta.ppf(a, k, n-k+1), beta.ppf(1-a, k+1, n-k))" with a = (1 - level) / 2, SciPy 1.10.1.
    [Theory]
    [InlineData(0, 20, 0.95, 0, 0.1684334709830853)]
    [InlineData(20, 20, 0.95, 0.8315665290169147, 1)]
    [InlineData(1, 20, 0.95, 0.0012650894979498047, 0.24873276277202777)]
    [InlineData(13, 20, 0.95, 0.4078114654671719, 0.8460907952154588)]
    [InlineData(12.5, 20, 0.95, 0.38392031634459634, 0.827723786368088)]
    [InlineData(81, 263, 0.95, 0.2527367455852713, 0.36762192260135146)]
    [InlineData(699, 700, 0.99, 0.989434147608279, 0.9999928392516046)]
    [InlineData(207000, 207843, 0.95, 0.9956613716574525, 0.9962127632093606)]
    [InlineData(1, 207843, 0.9, 2.467886243859523e-07, 2.2824063322379306e-05)]
    public void Clopper_and_Pearson_s_interval_is_SciPy_s(double successes, int trials, double level, double low, double high)
    {
        var interval = Intervals.ClopperPearson(successes, trials, level);
        Assert.Equal(low, interval.Low, 1e-9);
        Assert.Equal(high, interval.High, 1e-9);
    }

    [Fact]
    public void Clopper_and_Pearson_s_interval_holds_the_share_and_turns_with_it() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Double[0, 1], Gen.Double[0.5, 0.999]).Sample((trials, share, level) =>
        {
            var interval = Intervals.ClopperPearson(share * trials, trials, level);
            var turned = Intervals.ClopperPearson(trials - share * trials, trials, level);
            return interval.Low >= 0 && interval.High <= 1 && interval.Low <= share + 1e-9 && interval.High >= share - 1e-9
                && Math.Abs(interval.Low - (1 - turned.High)) < 1e-9 && Math.Abs(interval.High - (1 - turned.Low)) < 1e-9;
        });

    [Theory]
    [InlineData(0.5, 0.6744897501960817)]
    [InlineData(0.95, 1.959963984540054)]
    [InlineData(0.99, 2.5758293035489004)]
    [InlineData(0.999, 3.2905267314919255)]
    public void The_two_sided_normal_quantile_is_as_tabled(double level, double z) =>
        Assert.Equal(z, Normal.TwoSided(level), 1e-12);

    [Theory]
    [InlineData(1, 0, 0.95)]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 1)]
    public void Arguments_outside_their_range_are_an_error(double successes, int trials, double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.Wilson(successes, trials, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.ClopperPearson(successes, trials, level));
    }
}
