using Jinbang.Boards;
using Jinbang.Boards.Charts;

namespace Jinbang.Tests.Boards;

public sealed class BoardWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-boards-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Without_a_font_the_page_shows_the_svg_and_the_reader_is_told()
    {
        var files = new BoardWriter(new Fonts([]), BoardStyle.Full).Write(SmallBoard.In(Language.Chinese), folder);
        Assert.Equal(
            ["识字.md", "识字.json", "识字.csv", "识字.xlsx", .. Pictures("pic/识字{0}.svg"), .. Pictures("pic/识字{0}.dark.svg")],
            files.Paths.Select(Relative));
        Assert.Contains("fonts-noto-cjk", Assert.Single(files.LeftOut).Chinese);
        Assert.Contains("](pic/识字.svg)", File.ReadAllText(files.Paths[0]), StringComparison.Ordinal);
        Assert.Equal(files.Paths.Order(), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public void A_board_is_written_over_its_older_self_and_the_pictures_it_has_no_more_are_gone()
    {
        var writer = new BoardWriter(new Fonts([]), BoardStyle.Full);
        writer.Write(SmallBoard.In(Language.Chinese), folder);
        var files = writer.Write(SmallBoard.In(Language.Chinese) with { Rows = [new("only")] }, folder);
        Assert.Contains("|only|", File.ReadAllText(files.Paths[0]));
        Assert.Equal(6, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void Only_the_files_that_are_asked_for_are_written_and_pages_bring_their_picture()
    {
        var board = SmallBoard.In(Language.Chinese);
        var tables = new BoardWriter(new Fonts([]), BoardStyle.Full) { Formats = [BoardFileKind.Html, BoardFileKind.Parquet] }.Write(board, folder);
        Assert.Equal(["识字.parquet", "识字.html"], tables.Paths.Select(Relative));
        Assert.Contains("<!DOCTYPE html>", File.ReadAllText(tables.Paths[1]), StringComparison.Ordinal);
        var pages = new BoardWriter(new Fonts([]), BoardStyle.Full) { Formats = [BoardFileKind.Markdown] }.Write(board, folder);
        Assert.Contains("pic/识字.svg", pages.Paths.Select(Relative));
        Assert.Empty(pages.LeftOut);
    }

    [Theory]
    [InlineData("规培结业-医学影像科", "规培结业-医学影像科")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData(@"a\b:c*?""<>|", "a_b_c______")]
    [InlineData("a\0\r\nb", "a   b")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("console", "console")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData("..", "board")]
    [InlineData("", "board")]
    public void A_title_becomes_a_harmless_file_name(string title, string name)
    {
        var board = SmallBoard.In(Language.English) with { FileName = title };
        var files = new BoardWriter(new Fonts([]), BoardStyle.Full).Write(board, folder);
        Assert.Equal($"{name}.md", Relative(files.Paths[0]));
    }

    [Fact]
    public void A_title_too_long_for_a_file_system_is_shortened()
    {
        var files = new BoardWriter(new Fonts([]), BoardStyle.Full).Write(SmallBoard.In(Language.English) with { FileName = new string('长', 500) }, folder);
        Assert.Equal(new string('长', 66) + ".md", Relative(files.Paths[0]));
    }

    private static IEnumerable<string> Pictures(string name) => new[] { "", "-value", "-time" }.Select(suffix => name.Replace("{0}", suffix, StringComparison.Ordinal));

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
