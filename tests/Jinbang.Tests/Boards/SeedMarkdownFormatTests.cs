using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Snapshooter.Xunit3;

namespace Jinbang.Tests.Boards;

public sealed class SeedMarkdownFormatTests
{
    [Fact]
    public void A_published_page_is_reproduced_byte_for_byte()
    {
        var path = SharedData.Path("reference/rele-board.md");
        var board = SeedBoard.Parse(File.ReadAllText(path));
        Assert.Equal(103, board.Rows.Count);
        Assert.Equal(File.ReadAllBytes(path), SmallBoard.Bytes(new SeedMarkdownFormat(), board));
    }

    // This copy was kept without its picture line.
    [Fact]
    public void A_published_table_is_reproduced_byte_for_byte()
    {
        var page = File.ReadAllText(SharedData.Path("banks/rele-leaderboards/心电学主管技师.md"));
        var board = SeedBoard.Parse(page);
        Assert.Equal(87, board.Rows.Count);
        Assert.Equal(page + "\n\n![lin](../pic/心电学主管技师.png)", SmallBoard.Text(new SeedMarkdownFormat(), board));
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_small_board_looks_like_this(Language language) =>
        Snapshot.Match(SmallBoard.Text(new SeedMarkdownFormat("pic", "svg"), SmallBoard.In(language)), $"Board.{language}.md");

    [Fact]
    public void A_board_without_remarks_has_the_table_and_the_picture_only()
    {
        var board = new Board("T", Language.Chinese, Board.Ranked([new("m") { Accuracy = 0.8125 }]));
        Assert.Equal(
            """

            |类别|机构|大模型|【T】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|
            |---|---|-----|-------------------|-------|-----------|-----------|-----------|
            |/|/|m|81.2%|/|/|/|1|


            ![lin](../pic/T.png)
            """.ReplaceLineEndings("\n"),
            SmallBoard.Text(new SeedMarkdownFormat(), board));
    }

    [Fact]
    public void A_hostile_name_stays_in_its_cell()
    {
        var lines = SmallBoard.Text(new SeedMarkdownFormat(), SmallBoard.WithModel(SmallBoard.Hostile)).Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.All(lines[1..4], line => Assert.Equal(9, line.Count(character => character == '|')));
        Assert.DoesNotContain(lines[3], character => "<>`*[]\\".Contains(character));
        Assert.DoesNotContain(lines[6]["![lin](".Length..^1], character => " ()<>\\".Contains(character));
    }

    [Fact]
    public void What_was_escaped_reads_back() =>
        Gen.String.Where(name => !name.EndsWith("(new)", StringComparison.Ordinal)).Sample(name =>
        {
            var written = SmallBoard.Text(new SeedMarkdownFormat(), SmallBoard.WithModel("x" + name + "x"));
            var board = SeedBoard.Parse(written);
            return board.Rows.Count == 1 && SmallBoard.Text(new SeedMarkdownFormat(), board) == written;
        });

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_page_with_remarks_is_reproduced_too(Language language)
    {
        var page = SmallBoard.Text(new SeedMarkdownFormat(), SmallBoard.In(language));
        Assert.Equal(page, SmallBoard.Text(new SeedMarkdownFormat(), SeedBoard.Parse(page)));
    }
}
