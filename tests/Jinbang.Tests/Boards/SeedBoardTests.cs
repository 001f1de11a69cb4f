using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Models;

namespace Jinbang.Tests.Boards;

public sealed class SeedBoardTests
{
    private const string Page = """

        |类别|机构|大模型|【T】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|
        |---|---|-----|-------------------|-------|-----------|-----------|-----------|
        |开源|甲|a(new)|50.0%|3s|120|0.5|7|
        |商用|乙|b|/%|/|/|/|3|


        ![lin](../pic/U.png)
        """;

    [Fact]
    public void Rows_are_read_with_the_ranks_that_the_page_gives()
    {
        var board = SeedBoard.Parse(Page);
        Assert.Equal(("T", "U", Language.Chinese), (board.Title, board.FileName, board.Language));
        Assert.Equal(
            [
                new BoardRow("a") { House = "甲", Openness = Openness.Open, IsNew = true, Accuracy = 0.5, Seconds = 3, Tokens = 120, CostPerThousand = 0.5m, Rank = 7 },
                new BoardRow("b") { House = "乙", Openness = Openness.Commercial, Rank = 3 },
            ],
            board.Rows);
    }

    [Theory]
    [InlineData("|3s|", "|soon|")]
    [InlineData("|商用|", "|also|")]
    [InlineData("|b|/%", "|b|c|/%")]
    [InlineData("|3|", "|99999999999|")]
    public void A_row_that_cannot_be_read_is_named_by_its_line(string good, string bad)
    {
        var problem = Assert.Throws<BadInputException>(() => SeedBoard.Parse(Page.Replace(good, bad)));
        Assert.Contains(good == "|3s|" ? "Line 4" : "Line 5", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("|a|b|\n|---|---|\n|1|2|")]
    [InlineData("|类别|机构|大模型|【T】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|")]
    public void A_page_without_a_board_is_an_error(string page) =>
        Assert.Throws<BadInputException>(() => SeedBoard.Parse(page));

    [Fact]
    public void A_name_with_markup_reads_back_as_it_was()
    {
        const string Name = "a|b <i>`c`</i> _d_ e_f &amp; \\";
        var page = SmallBoard.Text(new SeedMarkdownFormat(), SmallBoard.WithModel(Name));
        Assert.Equal(Name, Assert.Single(SeedBoard.Parse(page).Rows).Model);
    }
}
