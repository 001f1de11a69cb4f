using Jinbang.Boards.Formats;
using Jinbang.Cli;
using Jinbang.Tests.Boards;
using Spectre.Console;

namespace Jinbang.Tests.Pictures;

/// <summary>The pictures show real runs, recorded beside them: times and, of the simulator, replies are those of that day.</summary>
public sealed class ReadmePicturesTests
{
    private const int Columns = 152;

    /// <summary><c>run.json</c> and <c>run.txt</c> are what <c>jinbang run --json</c> printed in an empty folder of a
    /// machine without keys, on standard output and standard error.</summary>
    [Fact]
    public void The_README_s_terminal_picture_shows_what_the_program_prints() =>
        ApprovedPicture.Match(TerminalPicture.Of(Screen(), Columns), "terminal.svg");

    /// <summary><c>simulated.json</c> is what <c>jinbang run --json</c> printed of models of the simulator.</summary>
    [Fact]
    public void The_README_s_board_is_what_the_program_draws()
    {
        var board = RecordedBoards.Read(Recorded("simulated.json")).Single();
        ApprovedPicture.Match(SmallBoard.Text(new SvgFormat(), board), "board.svg");
    }

    private static Rows Screen()
    {
        var said = File.ReadAllLines(Recorded("run.txt")).ToLookup(line => line.StartsWith("Written: ", StringComparison.Ordinal));
        var boards = RecordedBoards.Read(Recorded("run.json")).Zip(said[true], (board, written) =>
            new Rows([BoardTable.Of(board, Language.English, 152), new Text(" "), .. Folded(written)]));
        return new Rows([new Markup("[green3]$[/] [bold]./jinbang run[/]"), .. said[false].SelectMany(Folded), .. boards]);
    }

    /// <summary>As a terminal folds: at its edge, within words.</summary>
    private static IEnumerable<Text> Folded(string line) => line.Chunk(Columns).Select(part => new Text(new string(part)));

    private static string Recorded(string file) => Path.Combine(ApprovedPicture.Folder, file);
}
