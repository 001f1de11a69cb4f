using Jinbang.Web.Selecting;

namespace Jinbang.Tests.Web;

public sealed class RecommendationTests
{
    private static readonly Duel Narrow = new(2, -4, 8, 240);
    private static readonly Duel Wide = new(14, 5.2, 22.5, 0);

    private static Contestant Model(string name, double accuracy, decimal? cost, bool isTied = false) => new(name, accuracy, 50, 50) { Cost = cost, IsTied = isTied };

    private static Recommendation Of(IReadOnlyList<Contestant> ranked, Duel? duel, int questions = 50, bool canTell = true) =>
        Recommendation.Of(ranked, [], _ => duel, questions, canTell);

    [Fact]
    public void A_clear_winner_is_named_with_its_lead_and_a_much_cheaper_one_is_mentioned()
    {
        var advice = Of([Model("A", 0.84, 9), Model("B", 0.7, 1)], Wide);

        Assert.Equal("A", advice.Model);
        Assert.Equal("Take A: with 84.0% it is the best on this set, 14 points (5.2 to 22.5) ahead of the next, B.", advice.Headline.English);
        Assert.Equal("推荐 A：准确率 84.0%，为本测试集最佳，领先第二名 B 14 个百分点（5.2 至 22.5）。", advice.Headline.Chinese);
        Assert.Equal("B costs a ninth and has 70.0%: take it if that is good enough.", Assert.Single(advice.Remarks).English);
    }

    [Fact]
    public void Of_two_that_cannot_be_told_apart_the_cheaper_is_taken()
    {
        var advice = Of([Model("A", 0.84, 9, true), Model("B", 0.82, 1, true), Model("C", 0.4, 0.5m)], Narrow);

        Assert.Equal("B", advice.Model);
        Assert.Equal("A (84.0%) and B (82.0%) cannot be told apart; B costs a ninth. Take B.", advice.Headline.English);
        Assert.Equal("A (84.0%) 和 B (82.0%) 无法区分高下；B 价格只有 1/9。推荐 B。", advice.Headline.Chinese);
        Assert.Equal(
            "In truth A may be up to 4 points worse or 8 points better than B. About 240 more such questions would tell them apart, if they differ as they do here.",
            Assert.Single(advice.Remarks).English);
    }

    [Fact]
    public void Where_the_cheaper_of_those_tied_did_much_worse_both_ways_are_told()
    {
        var advice = Of([Model("A", 1, 3, true), Model("B", 0.75, 1, true), Model("C", 0.4, 0.5m)], new Duel(25, -12, 55, 17));

        Assert.Equal("B", advice.Model);
        Assert.Equal(
            "A (100.0%) and B (75.0%) cannot be told apart; B costs a third. Take B for its price, or A for its 25 points more, which this set cannot prove.",
            advice.Headline.English);
        Assert.Equal("A (100.0%) 和 B (75.0%) 无法区分高下；B 价格只有 1/3。看重价格选 B；A 高出 25 个百分点，但这套题还证实不了。", advice.Headline.Chinese);
    }

    [Fact]
    public void When_all_are_tied_that_is_said_and_the_first_is_taken_where_none_is_cheaper()
    {
        var advice = Of([Model("A", 0.84, 1, true), Model("B", 0.82, 3, true), Model("C", 0.8, 2, true)], Narrow);

        Assert.Equal("A", advice.Model);
        Assert.Equal("None of the 3 models can be told apart from the best by this set (A (84.0%), B (82.0%) and C (80.0%)); A is no dearer than the others. Take A.", advice.Headline.English);
    }

    [Fact]
    public void With_too_few_questions_none_is_recommended()
    {
        var advice = Of([Model("A", 1, 1, true), Model("B", 0.25, 3, true)], Narrow, questions: 4, canTell: false);

        Assert.Null(advice.Model);
        Assert.StartsWith("4 questions are too few", advice.Headline.English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_and_what_has_no_price_is_said()
    {
        var advice = Recommendation.Of(
            [Model("A", 0.84, null, true) with { Graded = 30 }, Model("B", 0.82, 2, true)], ["D"], _ => Narrow, 50, canTell: true);

        Assert.Equal("B", advice.Model);
        Assert.Equal("A (84.0%) and B (82.0%) cannot be told apart; B is the cheapest whose price is known. Take B.", advice.Headline.English);
        Assert.Contains(advice.Remarks, remark => remark.English == "What A costs is unknown, and so not weighed.");
        Assert.Contains(advice.Remarks, remark => remark.English == "A has graded replies to 30 of 50 attempts only: its score says nothing of the others.");
        Assert.Contains(advice.Remarks, remark => remark.English == "No graded reply: D.");
    }

    [Fact]
    public void A_faster_one_among_equals_is_mentioned()
    {
        var advice = Of([Model("A", 0.84, 1, true) with { Seconds = 12 }, Model("B", 0.82, 2, true) with { Seconds = 1.5 }], Narrow);

        Assert.Contains(advice.Remarks, remark => remark.English == "B answers faster: 1.5 s against 12 s.");
    }

    [Fact]
    public void One_model_alone_and_none_at_all_are_no_contest()
    {
        Assert.Null(Of([Model("A", 0.84, 1, true)], null).Model);
        Assert.StartsWith("Only A was examined (84.0%)", Of([Model("A", 0.84, 1, true)], null).Headline.English, StringComparison.Ordinal);
        Assert.StartsWith("No model has a graded reply", Of([], null).Headline.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 9, "costs a ninth")]
    [InlineData(1, 2, "costs half")]
    [InlineData(4, 5, "costs 20% less")]
    [InlineData(1, 25, "costs 1/25")]
    [InlineData(10, 10, "costs about the same")]
    [InlineData(3, 1, "costs 3 times as much")]
    [InlineData(0, 1, "costs nothing")]
    public void Prices_are_compared_in_words(int one, int other, string words) => Assert.Equal(words, CostWords.Of(one, other)!.Value.English);

    [Theory]
    [InlineData(50, 2, "50 questions tell apart two models that are about 16 points apart.")]
    [InlineData(4, 2, "4 questions are too few to tell any two models apart: take at least six, better fifty.")]
    [InlineData(1000, 2, "1000 questions tell apart two models that are about 3 points apart.")]
    public void How_small_a_difference_a_set_can_show_is_said_beforehand(int questions, int models, string said) =>
        Assert.Equal(said, SmallestDifference.Say(questions, models).English);
}
