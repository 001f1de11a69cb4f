using Jinbang.Boards;

namespace Jinbang.Tests.Boards;

public sealed class BoardViewTests
{
    private static readonly Board Whole = new("T", Language.English, Board.Ranked(
    [
        new("b-7b") { House = "Harbor", Accuracy = 0.9, Seconds = 9, CostPerThousand = 3, Parts = [new(new("law", "法律"), 0.2, ScoreState.Measured)] },
        new("A-1b") { House = "Harbor", Accuracy = 0.5, Seconds = 2, Tokens = 5, Parts = [new(new("law", "法律"), 0.8, ScoreState.Measured)] },
        new("c-7b") { House = "云山", Tokens = 3 },
    ]))
    {
        PublishedPage = "page",
    };

    [Fact]
    public void Without_a_wish_the_board_is_the_same() => Assert.Same(Whole, new BoardView().Of(Whole));

    [Theory]
    [InlineData(null, null, null, 1, "b-7b A-1b c-7b")]
    [InlineData(null, null, 2, 1, "b-7b A-1b")]
    [InlineData(null, null, 2, 2, "c-7b")]
    [InlineData(null, null, 2, 3, "")]
    [InlineData("7B", null, null, 1, "b-7b c-7b")]
    [InlineData("harbor", null, 1, 2, "A-1b")]
    [InlineData("?-1b", null, null, 1, "A-1b")]
    [InlineData(null, "name", null, 1, "A-1b b-7b c-7b")]
    [InlineData(null, "seconds", null, 1, "A-1b b-7b c-7b")]
    [InlineData(null, "tokens", null, 1, "c-7b A-1b b-7b")]
    [InlineData(null, "cost", null, 1, "b-7b A-1b c-7b")]
    [InlineData(null, "法律", null, 1, "A-1b b-7b c-7b")]
    public void Rows_are_found_sorted_and_paged(string? find, string? sort, int? limit, int page, string models) =>
        Assert.Equal(models, string.Join(' ', new BoardView { Find = find, Sort = sort, Limit = limit, Page = page }.Of(Whole).Rows.Select(row => row.Model)));

    [Fact]
    public void Ranks_stay_those_of_the_whole_board() =>
        Assert.Equal([3], new BoardView { Find = "c-7b" }.Of(Whole).Rows.Select(row => row.Rank));

    [Fact]
    public void A_page_that_is_not_whole_is_not_the_published_one() => Assert.Null(new BoardView { Limit = 1 }.Of(Whole).PublishedPage);

    [Fact]
    public void What_cannot_be_sorted_by_is_told_with_what_can() =>
        Assert.Contains("law", Assert.Throws<BadInputException>(() => new BoardView { Sort = "size" }.Of(Whole)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_last_page_of_all_is_empty_and_no_overflow() =>
        Assert.Empty(new BoardView { Limit = int.MaxValue, Page = int.MaxValue }.Of(Whole).Rows);
}
