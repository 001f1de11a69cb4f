using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Published;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Boards.Published;

public sealed class PublishedRowsTests
{
    private static readonly Board Own = new("T", Language.English, Board.Ranked([new("ours-a") { Accuracy = 0.9, Tied = new RankSpan(1, 2) }, new("ours-b") { Accuracy = 0.6 }]));

    private static readonly Board Theirs = new("T", Language.English, Board.Ranked(
        [new("theirs-a") { Accuracy = 0.95, PublishedBy = "p.md, 2026-01-02" }, new("theirs-b") { Accuracy = 0.6, PublishedBy = "p.md, 2026-01-02" }, new("theirs-c") { PublishedBy = "p.md, 2026-01-02" }]));

    [Fact]
    public void Published_rows_stand_where_they_belong_and_move_none_of_our_ranks()
    {
        var board = PublishedRows.Beside(Own, [Theirs]);

        Assert.Equal([("theirs-a", 0), ("ours-a", 1), ("ours-b", 2), ("theirs-b", 0), ("theirs-c", 0)], board.Rows.Select(row => (row.Model, row.Rank)));
        Assert.Equal(new RankSpan(1, 2), board.Rows[1].Tied);
    }

    [Fact]
    public void Every_format_tells_them_apart()
    {
        var board = PublishedRows.Beside(Own, [Theirs]);

        var page = SmallBoard.Text(new MarkdownFormat(), board);
        Assert.Contains("|/|theirs-a †|", page, StringComparison.Ordinal);
        Assert.Contains("- † theirs-a, theirs-b, theirs-c: published by others, not measured here (p.md, 2026-01-02)", page, StringComparison.Ordinal);
        Assert.Contains("|95.0%|/|/|/|/|", SmallBoard.Text(new SeedMarkdownFormat(), board), StringComparison.Ordinal);
        Assert.Contains("\n,,,theirs-a,", SmallBoard.Text(new CsvFormat(), board).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\"publishedBy\": \"p.md, 2026-01-02\"", SmallBoard.Text(new JsonFormat(), board), StringComparison.Ordinal);
        Assert.DoesNotContain("publishedBy", SmallBoard.Text(new JsonFormat(), Own), StringComparison.Ordinal);
    }

    /// <summary>A board without published figures is what it was.</summary>
    [Fact]
    public void Nothing_beside_changes_nothing() =>
        Assert.Equal(SmallBoard.Text(new MarkdownFormat(), Own), SmallBoard.Text(new MarkdownFormat(), PublishedRows.Beside(Own, [])));

    [Fact]
    public void Nothing_is_said_of_the_order_that_others_chose()
    {
        const string Rule = "Equal accuracies stand in the order";
        var equals = Theirs with { Rows = [.. Theirs.Rows.Select(row => row with { Accuracy = 0.5 })] };
        Assert.DoesNotContain(Rule, SmallBoard.Text(new MarkdownFormat(), equals), StringComparison.Ordinal);
        Assert.Contains(Rule, SmallBoard.Text(new MarkdownFormat(), equals with { Rows = [.. equals.Rows.Select(row => row with { PublishedBy = null })] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_elsewhere_stay_text()
    {
        var hostile = Theirs with { Rows = [new(SmallBoard.Hostile) { Accuracy = 0.5, PublishedBy = SmallBoard.Hostile, Parts = [new(new(SmallBoard.Hostile, SmallBoard.Hostile), 0.5, ScoreState.Measured)] }] };
        var page = SmallBoard.Text(new MarkdownFormat(), PublishedRows.Beside(Own, [hostile]));

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("[c](", page, StringComparison.Ordinal);
        Assert.Single(page.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Count(letter => letter == '|')).Distinct());
    }
}
