using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Workspaces;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>Shows boards and writes their files.</summary>
/// <param name="terminal">Where boards are shown.</param>
/// <param name="folder">Where their files go.</param>
internal sealed class Posting(Terminal terminal, string folder)
{
    // More tables than these would only scroll by.
    private const int MostTables = 12;

    /// <summary>Makes the boards.</summary>
    public required BoardReading Reading { get; init; }

    /// <summary>How pages look.</summary>
    public BoardStyle Style { get; init; }

    /// <summary>Which files are written.</summary>
    public IReadOnlyCollection<BoardFileKind> Formats { get; init; } = BoardWriter.Usual;

    /// <summary>Which rows are shown.</summary>
    public BoardView View { get; init; } = new();

    /// <summary>Writes the files of boards and shows the boards on standard output: as tables, many as a list, as pages of the public
    /// boards, or as JSON.</summary>
    public void Post(IReadOnlyList<Board> boards, bool asJson)
    {
        var isList = !asJson && Style is BoardStyle.Full && boards.Count > MostTables && View == new BoardView();
        Write(boards, asJson || isList ? _ => { } : Style switch { BoardStyle.Full => ShowTable, BoardStyle.Seed => ShowPage });
        if (asJson)
        {
            using var output = Console.OpenStandardOutput();
            JsonFormat.WriteAll(boards.Select(View.Of), output);
        }
        else if (isList)
        {
            terminal.Out.Write(BoardList.Of(boards, terminal.Language));
        }
    }

    private void ShowTable(Board board)
    {
        terminal.Out.Write(BoardTable.Of(View.Of(board), terminal.Language, terminal.Out.Profile.Width));
        terminal.Out.WriteLine();
    }

    /// <summary>The very bytes of the page: a terminal's table would break its lines.</summary>
    private void ShowPage(Board board)
    {
        using var output = Console.OpenStandardOutput();
        BoardFormat page = board.Family is null ? new SeedMarkdownFormat() : new FamilyMarkdownFormat();
        page.Write(View.Of(board).In(Language.Chinese), output);
    }

    /// <summary>Writes the files of boards.</summary>
    /// <param name="boards">The boards.</param>
    /// <param name="show">Shows a board before its files are named; those of many boards are only counted.</param>
    public void Write(IReadOnlyList<Board> boards, Action<Board> show)
    {
        var writer = new BoardWriter(Surroundings.Fonts(), Style) { Formats = Formats };
        var written = InParallel.Select(boards, board => writer.Write(board, folder));
        foreach (var (board, files) in boards.Zip(written))
        {
            show(board);
            if (boards.Count <= MostTables)
            {
                Tell(files);
            }
        }

        if (boards.Count > MostTables)
        {
            var count = written.Sum(files => files.Paths.Count);
            terminal.Tell(new($"Written: {boards.Count} boards, {count} files in {folder}", $"已写入：{boards.Count} 份榜单，共 {count} 个文件，位于 {folder}"));
        }

        foreach (var missing in written.SelectMany(files => files.LeftOut).Distinct())
        {
            terminal.Tell(missing);
        }
    }

    /// <summary>Names the files of a board, and of its pictures, which are many, where they are.</summary>
    private void Tell(BoardFiles files)
    {
        var byFolder = files.Paths.ToLookup(path => Path.GetDirectoryName(path) == folder);
        var pictures = byFolder[false].ToList();
        var (english, chinese) = pictures.Count > 0
            ? ($", and {pictures.Count} pictures in {Path.GetDirectoryName(pictures[0])}", $"，以及 {Path.GetDirectoryName(pictures[0])} 中的 {pictures.Count} 张图片")
            : ("", "");
        terminal.Tell(new($"Written: {string.Join(", ", byFolder[true])}{english}", $"已写入：{string.Join("、", byFolder[true])}{chinese}"));
    }
}
