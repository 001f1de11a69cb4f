using System.Net;

namespace Jinbang.Tests.Web;

public sealed class BoardsTests(BoardsRoom room) : IClassFixture<BoardsRoom>
{
    [Fact]
    public async Task The_tree_has_groups_with_their_leaders_and_exams_without_a_place()
    {
        var page = await room.PageAsync("/boards?lang=en");

        Assert.Contains("Everything: all together", page, StringComparison.Ordinal);
        Assert.Matches("best 100.0%[^<]* · 3 models", page);
        Assert.Matches("Without a place in the taxonomy(?s:.*)/boards/stray", page);
        Assert.Contains("Nobody was asked yet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort=model", "=1+1 best worst")]
    [InlineData("sort=model&order=reversed", "worst best =1+1")]
    [InlineData("sort=accuracy&order=reversed", "worst =1+1 best")]
    [InlineData("find=wor", "worst")]
    [InlineData("where=accuracy+%3e%3d+50%25", "best =1+1")]
    [InlineData("open=yes", "")]
    public async Task A_view_is_an_address(string query, string models)
    {
        Assert.Equal(models, string.Join(' ', await room.ShownAsync($"/boards/one?{query}")));
        Assert.Equal(models, string.Join(' ', await room.ModelsAsync($"/api/boards/one?{query}")));
    }

    [Fact]
    public async Task A_condition_that_cannot_be_read_is_told_and_chooses_everything()
    {
        Assert.Contains("a value is missing", await room.PageAsync("/boards/one?lang=en&where=accuracy+%3c"), StringComparison.Ordinal);
        Assert.Equal(3, (await room.ShownAsync("/boards/one?where=accuracy+%3c")).Count);

        using var answer = await room.Web.Client.GetAsync("/api/boards/one?where=accuracy+%3c", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Moved_weights_rank_anew_and_a_part_without_weight_does_not_count()
    {
        Assert.Equal(["best", "=1+1", "worst"], await room.ModelsAsync("/api/boards/Everything"));
        Assert.Equal(["worst", "=1+1", "best"], await room.ModelsAsync("/api/boards/Everything?w.one=0"));

        var page = await room.PageAsync("/boards/Everything?lang=en&w.one=0&w.two=2");
        Assert.Contains("The weights of the parts were moved by a reader", page, StringComparison.Ordinal);
        Assert.Contains("Rule: the mean by weights of two (2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("moved by a reader", await room.PageAsync("/boards/Everything?lang=en&w.one=1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md", "text/markdown")]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("svg", "image/svg+xml")]
    public async Task A_view_is_a_file_whose_formulas_are_texts(string ending, string type)
    {
        using var answer = await room.Web.Client.GetAsync($"/boards/one.{ending}?find=%3D1", TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"one.{ending}", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain("worst", content, StringComparison.Ordinal);
        if (ending == "csv")
        {
            Assert.Contains("'=1+1", content, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/boards/nothing")]
    [InlineData("/api/boards/nothing")]
    [InlineData("/boards/nothing.csv")]
    [InlineData("/boards/..%2f..%2fjinbang.yaml")]
    public async Task What_there_is_not_is_not_found(string address)
    {
        using var answer = await room.Web.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
