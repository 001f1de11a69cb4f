using CsCheck;

namespace Jinbang.Tests;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("agronomy", "agronomy", true)]
    [InlineData("Agronomy", "agronomy", true)]
    [InlineData("agronomy2", "agronomy", false)]
    [InlineData("cmmlu-agronomy-test", "*agronomy*", true)]
    [InlineData("abcabd", "*abd", true)]
    [InlineData("abcabd", "a*c*c", false)]
    [InlineData("", "*", true)]
    [InlineData("", "", true)]
    public void A_star_stands_for_anything(string name, string pattern, bool fits) => Assert.Equal(fits, NamePattern.Fits(name, pattern));

    [Fact]
    public void Patterns_agree_with_regular_expressions() => Gen.Select(Gen.String[Gen.Char["ab"], 0, 12], Gen.String[Gen.Char["ab*"], 0, 8]).Sample((name, pattern) =>
        NamePattern.Fits(name, pattern) == System.Text.RegularExpressions.Regex.IsMatch(name, $"^{pattern.Replace("*", ".*", StringComparison.Ordinal)}$"));

    [Fact]
    public void Many_stars_do_not_take_long() => Assert.False(NamePattern.Fits(new string('a', 5000), string.Concat(Enumerable.Repeat("*a", 500)) + "b"));
}
