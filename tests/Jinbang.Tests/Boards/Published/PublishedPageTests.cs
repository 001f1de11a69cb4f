using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Published;
using Jinbang.Models;

namespace Jinbang.Tests.Boards.Published;

public sealed class PublishedPageTests
{
    private static readonly PublishedSettings Settings = new() { Origin = "here, 2026-01-02" };

    [Fact]
    public void A_page_of_an_exam_keeps_names_houses_categories_and_ranks_as_published()
    {
        var board = Read(SeenPages.Seed);

        Assert.Equal(("识图", "识图", Language.Chinese), (board.Title, board.FileName, board.Language));
        Assert.Equal(
            [("甲-pro", "云山", Openness.Commercial, true, 0.925, 1), ("乙-7b", "", Openness.Open, false, 0.6, 2), ("丙-1b", "海港", Openness.Open, false, null, 3)],
            board.Rows.Select(row => (row.Model, row.House, row.Openness, row.IsNew, row.Accuracy, row.Rank)));
        Assert.Equal((24d, 1188d, 2.3m), (board.Rows[0].Seconds, board.Rows[0].Tokens, board.Rows[0].CostPerThousand));
        Assert.All(board.Rows, row => Assert.Equal("here, 2026-01-02", row.PublishedBy));
        Assert.Equal(ScoreState.Unmeasured, board.Rows[2].State);
    }

    [Fact]
    public void A_family_page_gives_domains_as_parts_and_openness_by_its_links()
    {
        var board = Read(SeenPages.Family);

        Assert.Equal("page", board.Title);
        Assert.Equal(
            [("甲-pro", "云山", Openness.Commercial, true, 0.717, 1), ("乙-7b", "海港", Openness.Open, false, 0.553, 2)],
            board.Rows.Select(row => (row.Model, row.House, row.Openness, row.IsNew, Math.Round(row.Accuracy!.Value, 9), row.Rank)));
        Assert.Equal([("教育", null, ScoreState.Unmeasured), ("推理与数学计算", 0.558, ScoreState.Measured)], board.Rows[1].Parts.Select(part => (part.Name.Chinese, part.Accuracy, part.State)));
    }

    [Fact]
    public void An_older_page_keeps_the_house_within_the_name()
    {
        var board = Read(SeenPages.Score);

        Assert.Equal("page", board.Title);
        Assert.Equal([("文心（百度）", false, 1.0, 1), ("乙-7b", true, 0.989, 2), ("丙", false, null, 3)], board.Rows.Select(row => (row.Model, row.IsNew, row.Accuracy, row.Rank)));
        Assert.Equal("C3阅读理解", Read(SeenPages.Score.Replace("score", "C3阅读理解")).Title);
    }

    /// <summary>Whatever ends its lines or begins its file.</summary>
    [Theory]
    [InlineData(SeenPages.Seed)]
    [InlineData(SeenPages.Family)]
    [InlineData(SeenPages.Score)]
    public void A_page_prints_back_to_the_byte(string page)
    {
        foreach (var text in new[] { page, page.Replace("\n", "\r\n"), "\uFEFF" + page, "# 前言\n- 说明\n" + page + "  \n尾注 " })
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), SmallBoard.Bytes(new SeedMarkdownFormat(), Read(text)));
        }
    }

    [Theory]
    [InlineData("reference/rele-board.md", 103)]
    [InlineData("banks/rele-leaderboards/心电学主管技师.md", 87)]
    public void A_real_page_prints_back_to_the_byte(string page, int models)
    {
        var path = SharedData.Path(page);
        var board = PublishedReader.Read(PublishedText.Open(path), Settings)[0].Board;
        Assert.Equal(models, board.Rows.Count);
        Assert.Equal(File.ReadAllBytes(path), SmallBoard.Bytes(new SeedMarkdownFormat(), board));
    }

    [Theory]
    [InlineData("|92.5%|", "|192.5%|")]
    [InlineData("|92.5%|", "|NaN%|")]
    [InlineData("|92.5%|", "|1e999|")]
    [InlineData("|24s|", "|-24s|")]
    [InlineData("|2.3|1|", "|1e400|1|")]
    [InlineData("|2.3|1|", "|2.3|-1|")]
    [InlineData("|商用|", "|军用|")]
    public void A_figure_that_cannot_be_is_named_by_its_line(string good, string bad) =>
        Assert.Contains("Line 4", Assert.Throws<BadInputException>(() => Read(SeenPages.Seed.Replace(good, bad))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cell_without_end_is_refused_in_a_few_words()
    {
        var fault = Assert.Throws<BadInputException>(() => Read(SeenPages.Seed.Replace("甲-pro", new string('甲', 1 << 20))));
        Assert.InRange(fault.Message.Length, 10, 500);
    }

    [Fact]
    public void A_table_without_end_is_refused() =>
        Assert.Throws<BadInputException>(() => Read("|类别|大模型|score|排名|\n|---|---|---|---|\n" + string.Concat(Enumerable.Repeat("|商用|x|1|1|\n", 100_001))));

    [Fact]
    public void Questions_that_are_told_give_intervals()
    {
        var rows = PublishedReader.Read(new("page", SeenPages.Seed), Settings with { Questions = 40, Title = "另名" }) is [var found] && found.Board is { Title: "另名", Questions: 40 } board ? board.Rows : [];
        Assert.Equal(Jinbang.Statistics.Intervals.Wilson(37, 40, 0.95), rows[0].AccuracyInterval);
        Assert.Null(rows[2].AccuracyInterval);
        Assert.All(Read(SeenPages.Seed).Rows, row => Assert.Null(row.AccuracyInterval));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# A page\n\n|a|b|\n|---|---|\n|1|2|\n")]
    [InlineData("{\"model\":\"a\",\"question_id\":\"1\",\"picked\":\"B\"}\n{\"model\":\"a\",\"question_id\":\"2\",\"picked\":\"B\"}\n")]
    [InlineData("model,question_id,picked\na,1,B\na,2,C\na,3,C\nb,1,B\n")]
    public void Other_texts_are_no_boards(string text) => Assert.Empty(PublishedReader.Read(new("x", text), Settings));

    [Fact]
    public void A_file_that_is_no_text_or_too_large_is_refused()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, [0x7c, 0xff, 0xfe, 0x00]);
        Assert.Throws<BadInputException>(() => PublishedText.Open(file));
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(33 << 20);
        }

        Assert.Throws<BadInputException>(() => PublishedText.Open(file));
        File.Delete(file);
        Assert.Throws<BadInputException>(() => PublishedText.Open(file));
    }

    private static Board Read(string text) => Assert.Single(PublishedReader.Read(new("page", text), Settings)).Board;
}
