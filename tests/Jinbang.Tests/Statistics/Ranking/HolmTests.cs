using CsCheck;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Statistics.Ranking;

public sealed class HolmTests
{
    /// <summary>R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03, 0.06, 0.06, 0.02.</summary>
    [Fact]
    public void Of_four_tests_two_reject() => Assert.Equal([true, false, false, true], Holm.Rejects([0.01, 0.04, 0.03, 0.005], 0.05));

    [Fact]
    public void It_rejects_at_least_what_Bonferroni_does_and_at_most_what_one_test_does() =>
        Gen.Double[0, 0.1].Array[1, 30].Sample(values => Holm.Rejects(values, 0.05).Zip(values)
            .All(test => (test.First || test.Second > 0.05 / values.Length) && (!test.First || test.Second <= 0.05)));
}
