using CsCheck;
using Jinbang.Models;

namespace Jinbang.LocalTests;

public sealed class ScoredChoicesTests
{
    private static readonly Gen<double[]> Scores = Gen.Double[-1, 1].Array[2, 8];

    [Theory]
    [InlineData("0.1 0.9 0.3", false, "B")]
    [InlineData("0.5 0.5", false, "")]
    [InlineData("0.5 0.5 0.2", false, "")]
    [InlineData("0.5 0.50000001", false, "")]
    [InlineData("0.5 NaN", false, "")]
    [InlineData("0.5 -Infinity", true, "")]
    [InlineData("0.7", false, "A")]
    [InlineData("0.9 0.1 0.8 0.2", true, "A, C")]
    [InlineData("0.5 0.5 0.5", true, "")]
    [InlineData("", false, "")]
    public void What_is_picked(string scores, bool several, string labels)
    {
        var numbers = scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse).ToArray();

        Assert.Equal(labels, Pick(numbers, several));
    }

    [Fact]
    public void Picking_follows_the_choices_when_they_change_places() =>
        Scores.Select(Gen.Bool).Sample((scores, several) =>
        {
            var turned = Pick([.. scores.Reverse()], several).Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(label => (char)('A' + scores.Length - 1 - (label[0] - 'A'))).Order();
            Assert.Equal(Pick(scores, several), string.Join(", ", turned));
        });

    [Fact]
    public void Of_several_the_best_is_always_picked_and_the_worst_never() =>
        Scores.Where(scores => scores.Max() - scores.Min() > 1e-3).Sample(scores =>
        {
            var picked = Pick(scores, several: true);
            Assert.Contains((char)('A' + Array.IndexOf(scores, scores.Max())), picked);
            Assert.DoesNotContain((char)('A' + Array.IndexOf(scores, scores.Min())), picked);
        });

    private static string Pick(double[] scores, bool several) =>
        ScoredChoices.Pick([.. scores.Select((_, i) => new Choice(((char)('A' + i)).ToString(), ""))], scores, several);
}
