using Jinbang.Models;

namespace Jinbang.Tests.Models;

public sealed class RandomExamineeTests
{
    private static readonly Choice[] Four = [new("A", "1"), new("B", "2"), new("C", "3"), new("D", "4")];

    [Fact]
    public async Task Single_choices_are_equally_likely() =>
        // 4 labels: chi-square with 3 degrees of freedom stays below 16.27 with probability 0.999.
        Assert.InRange(ChiSquare(await GuessesAsync(false, 4000), 4), 0, 16.27);

    [Fact]
    public async Task All_sets_but_the_empty_one_are_equally_likely() =>
        // 15 sets: 14 degrees of freedom, 36.12.
        Assert.InRange(ChiSquare(await GuessesAsync(true, 15000), 15), 0, 36.12);

    [Fact]
    public async Task The_same_seed_and_prompt_give_the_same_guess_and_others_do_not()
    {
        var first = await GuessesAsync(true, 50, seed: 3);
        Assert.Equal(first, await GuessesAsync(true, 50, seed: 3));
        Assert.NotEqual(first, await GuessesAsync(true, 50, seed: 4));
    }

    [Fact]
    public async Task Nothing_to_choose_from_is_left_unanswered_and_nothing_is_measured()
    {
        using var examinee = new RandomExaminee(1);
        var reply = await examinee.AskAsync(new Prompt("q", "q", [], true), TestContext.Current.CancellationToken);
        Assert.Equal(new Reply(Outcome.Replied, ""), reply);
        Assert.Equal("random-baseline", examinee.Model.Name);
    }

    private static async Task<List<string>> GuessesAsync(bool several, int count, int seed = 1)
    {
        using var examinee = new RandomExaminee(seed);
        var guesses = new List<string>();
        for (var i = 0; i < count; i++)
        {
            guesses.Add((await examinee.AskAsync(new Prompt($"question {i}", "", Four, several), TestContext.Current.CancellationToken)).Text);
        }

        return guesses;
    }

    private static double ChiSquare(List<string> guesses, int kinds)
    {
        var expected = (double)guesses.Count / kinds;
        var counts = guesses.CountBy(guess => guess).ToList();
        Assert.Equal(kinds, counts.Count);
        return counts.Sum(count => Math.Pow(count.Value - expected, 2) / expected);
    }
}
