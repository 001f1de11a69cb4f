using Jinbang.Models;

namespace Jinbang.LocalTests;

public sealed class EmbeddedTests
{
    private static readonly Prompt Bread = Local.Choose(
        "What do bakers make from flour, water and yeast?", "A bridge of steel", "A loaf of bread", "A wool coat");

    [Theory]
    [InlineData("minilm")]
    [InlineData("arctic-xs")]
    public async Task The_choice_closest_in_meaning_is_picked(string name)
    {
        using var examinee = Local.Plugins.Open("embedded:" + name, Local.Settings);
        var ocean = Local.Choose("Which animal lives in the sea and sings songs?", "A whale in the ocean", "A desk lamp", "A parking permit");

        Assert.Equal("B", (await Ask(examinee, Bread)).Text);
        Assert.Equal("A", (await Ask(examinee, ocean)).Text);
    }

    [Fact]
    public async Task Equal_choices_are_not_guessed_between()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);
        var same = Local.Choose("What do bakers make?", "A loaf of bread", "A loaf of bread", "A bridge");

        Assert.Equal("", (await Ask(examinee, same)).Text);
    }

    [Fact]
    public async Task Chinese_that_its_vocabulary_lacks_is_not_guessed()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);
        var chinese = Local.Choose("面包师用面粉做什么？", "一个面包", "一座桥梁", "一件大衣");

        Assert.Equal("", (await Ask(examinee, chinese)).Text);
    }

    [Fact]
    public async Task Several_close_choices_are_picked_together_where_several_may_be_right()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);
        var fruit = Local.Choose(
            "Which of these are fruits that grow on trees?", "Apples, a fruit", "Suspension bridges", "Pears, a fruit", "Tax forms") with
        {
            MayChooseSeveral = true,
        };

        Assert.Equal("A, C", (await Ask(examinee, fruit)).Text);
    }

    [Fact]
    public async Task A_question_without_choices_is_left_unanswered()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);

        Assert.Equal("", (await Ask(examinee, Local.Choose("How far is a star with a parallax of 0.05 arcseconds?"))).Text);
    }

    [Fact]
    public async Task The_order_of_choices_and_line_breaks_do_not_change_what_is_picked()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);
        var turned = Local.Choose(Bread.Stem.Replace(' ', '\n'), [.. Bread.Choices.Reverse().Select(choice => choice.Text)]);

        Assert.Equal("B", (await Ask(examinee, turned)).Text);
    }

    [Fact]
    public async Task It_is_timed_by_the_clock_it_is_given_and_claims_no_tokens_and_no_cost()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", new LocalSettings(new TickingClock()));

        var reply = await Ask(examinee, Bread);

        Assert.Equal(TimeSpan.FromSeconds(1), reply.Elapsed);
        Assert.Null(reply.Usage);
        Assert.Null(reply.Cost);
    }

    [Fact]
    public async Task Questions_asked_side_by_side_are_answered_as_one_by_one()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ask(examinee, Bread)));

        Assert.All(replies, reply => Assert.Equal("B", reply.Text));
    }

    [Fact]
    public async Task A_cancelled_question_is_not_answered()
    {
        using var examinee = Local.Plugins.Open("embedded:minilm", Local.Settings);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => examinee.AskAsync(Bread, new(canceled: true)));
    }

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_known_ones()
    {
        var error = Assert.Throws<BadInputException>(() => Local.Plugins.Open("embedded:bert", Local.Settings));

        Assert.Contains("bert", error.Problem.English, StringComparison.Ordinal);
        Assert.Contains("embedded:minilm, embedded:arctic-xs", error.Problem.Chinese, StringComparison.Ordinal);
    }

    private static Task<Reply> Ask(Examinee examinee, Prompt prompt) =>
        examinee.AskAsync(prompt, TestContext.Current.CancellationToken);
}
