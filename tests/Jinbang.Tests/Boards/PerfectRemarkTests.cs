using Jinbang.Boards;

namespace Jinbang.Tests.Boards;

public sealed class PerfectRemarkTests
{
    [Fact]
    public void A_perfect_score_that_ability_hardly_explains_is_asked_about()
    {
        var remark = Assert.Single(PerfectRemark.On(BoardOf(200, 1, 0.95, 0.4)));
        Assert.Equal("m0: right on all 200 questions, while the next best has 95.0%: were questions with their keys in its training data, or are the keys its own answers?", remark.English);
    }

    [Theory]
    [InlineData(20, new[] { 1, 1, 0.95 })]
    [InlineData(200, new[] { 1, 0.99 })]
    [InlineData(200, new[] { 0.995, 0.5 })]
    [InlineData(200, new[] { 1.0, 1 })]
    public void A_perfect_score_among_its_like_is_not(int questions, double[] accuracies) =>
        Assert.Empty(PerfectRemark.On(BoardOf(questions, accuracies)));

    [Fact]
    public void Repeats_are_no_further_questions()
    {
        var board = BoardOf(20, 1, 0.95);
        var repeated = board with { Rows = [.. board.Rows.Select(row => row with { Coverage = new(200, 200, 0), Repeats = new(10, []) })] };
        Assert.Empty(PerfectRemark.On(repeated));
    }

    private static Board BoardOf(int questions, params double[] accuracies) => new("T", Language.English, Board.Ranked(
        accuracies.Select((share, at) => new BoardRow($"m{at}") { Accuracy = share, Coverage = new(questions, questions, 0) })));
}
