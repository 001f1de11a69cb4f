using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;
using Snapshooter.Xunit3;

namespace Jinbang.Tests.Boards;

public sealed class MarkdownFormatTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_full_page_shows_everything_that_is_known(Language language) =>
        Snapshot.Match(SmallBoard.Text(new MarkdownFormat("pic", "svg"), Full(language)), $"Full.{language}.md");

    [Fact]
    public void Zero_unmeasured_estimated_and_excluded_look_different()
    {
        var rows = new[] { ScoreState.Measured, ScoreState.Unmeasured, ScoreState.Estimated, ScoreState.Excluded }
            .Select((state, at) => new BoardRow(state.ToString()) { Rank = at + 1, State = state, Accuracy = state == ScoreState.Unmeasured ? null : 0 });
        var page = SmallBoard.Text(new MarkdownFormat(), new Board("T", Language.Chinese, [.. rows]));

        Assert.Contains("|Measured|/|/|0.0%|", page, StringComparison.Ordinal);
        Assert.Contains("|Unmeasured|/|/|/|", page, StringComparison.Ordinal);
        Assert.Contains("|Estimated|/|/|≈0.0%|", page, StringComparison.Ordinal);
        Assert.Contains("|Excluded|/|/|不计入|", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        var page = SmallBoard.Text(new MarkdownFormat(), SmallBoard.WithModel(SmallBoard.Hostile));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", page, StringComparison.Ordinal);
    }

    private static Board Full(Language language)
    {
        var board = SmallBoard.In(language);
        return board with
        {
            ExamVersion = "0123456789abcdef",
            Rows = [.. board.Rows.Select((row, at) => at > 1 ? row : row with
            {
                Tied = new RankSpan(1, 2),
                LikelyRank = new RankSpan(1, 1 + at),
                ProvenRank = new RankSpan(1, 3),
                BestChance = 0.75 - at * 0.5,
                AccuracyInterval = new Interval(row.Accuracy!.Value - 0.05, row.Accuracy.Value + 0.05),
                Timing = new Timing(2.345, 12.34, at == 0 ? 0.4 : null),
            })],
        };
    }
}
