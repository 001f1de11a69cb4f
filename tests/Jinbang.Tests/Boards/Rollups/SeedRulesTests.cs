using System.Text;
using Jinbang.Boards;
using Jinbang.Boards.Formats;

namespace Jinbang.Tests.Boards.Rollups;

/// <summary>The public boards' own arithmetic, against figures reckoned by hand.</summary>
public sealed class SeedRulesTests
{
    private static readonly IReadOnlyDictionary<string, Board> Family = SmallFamily.Of(SmallFamily.Seed);

    [Theory]
    [InlineData("Education", 93.75, 50)]
    [InlineData("Law", 75, 0)]
    [InlineData("Professional", 84.375, 25)]
    [InlineData("General", (50 + 62.5 + 40) / 3, (80 + 60 + 0.754 * 70) / 3)]
    [InlineData("Total", 0.3 * 84.375 + 0.7 * (152.5 / 3), 0.3 * 25 + 0.7 * (192.78 / 3))]
    public void Every_level_is_the_mean_of_its_parts_and_the_total_goes_by_three_and_seven_tenths(string level, double first, double second)
    {
        Assert.Equal(first, 100 * Family[level].RowOf("first").Accuracy!.Value, 1e-9);
        Assert.Equal(second, 100 * (Family[level].RowOf("second").Accuracy ?? 0), 1e-9);
    }

    [Theory]
    [InlineData("Education", 15.0, null)]
    [InlineData("Professional", 22.5, null)]
    [InlineData("General", 45.0, 45.0)]
    [InlineData("Total", 33.75, null)]
    public void Time_is_halves_at_the_top_leaves_out_what_nobody_has_and_needs_every_other_part(string level, double? first, double? second)
    {
        Assert.Equal(first, Family[level].RowOf("first").Seconds);
        Assert.Equal(second, Family[level].RowOf("second").Seconds);
        Assert.Equal(first * 10, Family[level].RowOf("first").Tokens);
    }

    [Fact]
    public void The_total_prints_as_the_public_page_does()
    {
        using var page = new MemoryStream();
        new SeedMarkdownFormat().Write(Family["Total"] with { Notes = [] }, page);

        var lines = Encoding.UTF8.GetString(page.ToArray()).Split('\n');
        Assert.Equal("|类别|机构|大模型|【总分】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|", lines[1]);
        Assert.Equal("|商用|/|first|60.9%|34s|338|3.4|1|", lines[3]);
        Assert.Equal("|商用|/|second|52.5%|/|/|3.4|2|", lines[4]);
    }

    [Fact]
    public void A_stand_in_is_marked_as_an_estimate_and_named_below_the_board()
    {
        var agent = Family["General"].RowOf("second").Parts[2];
        Assert.Equal(0.754 * 0.7, agent.Accuracy!.Value, 1e-12);
        Assert.Equal(ScoreState.Estimated, agent.State);
        Assert.Equal(ScoreState.Estimated, Family["Total"].RowOf("second").State);
        Assert.Contains(Family["Total"].Notes, note => note.English == "Agent was never measured and is 0.754 × the mean of Reasoning, Language for: second");
        Assert.Equal(ScoreState.Measured, Family["Total"].RowOf("first").State);
    }

    [Fact]
    public void No_score_counts_as_nothing_and_that_is_told()
    {
        Assert.Null(Family["Law"].RowOf("second").Accuracy);
        Assert.Contains(Family["Professional"].Notes, note => note.English == "Without scores on some exams, which count as 0: second (2/3)");
    }

    [Fact]
    public void Published_domain_boards_make_a_total_as_their_exams_would()
    {
        var domains = new[] { "Education", "Law", "Reasoning", "Language", "Agent" }.Select(name => Family[name]).ToList();

        var again = SmallFamily.Of(SmallFamily.Seed, exams: domains)["Total"];

        Assert.Equal(Family["Total"].Rows.Select(row => (row.Model, row.Rank)), again.Rows.Select(row => (row.Model, row.Rank)));
        Assert.Equal(Family["Total"].RowOf("second").Accuracy!.Value, again.RowOf("second").Accuracy!.Value, 1e-12);
    }
}
