using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Ranks;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Judges;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>Makes an exam's board from the ledger, shows it and writes its files.</summary>
/// <param name="workspace">What the examinations have in common.</param>
/// <param name="terminal">Where boards are shown.</param>
/// <param name="folder">Where their files go.</param>
internal sealed class Posting(Workspace workspace, Terminal terminal, string folder)
{
    // More tables than these would only scroll by.
    private const int MostTables = 12;

    private readonly Lazy<EditionShelf> editions = new(() => EditionShelf.Open(folder));

    private readonly Lock telling = new();

    /// <summary>Whether boards tell who serves each model.</summary>
    public bool ShowsHosts { get; init; }

    /// <summary>How pages look.</summary>
    public BoardStyle Style { get; init; }

    /// <summary>How the intervals of accuracies are made.</summary>
    public IntervalKind Interval { get; init; }

    /// <summary>Which files are written.</summary>
    public IReadOnlyCollection<BoardFileKind> Formats { get; init; } = BoardWriter.Usual;

    /// <summary>Which rows are shown.</summary>
    public BoardView View { get; init; } = new();

    /// <summary>The board of everything that the ledger knows of the exam.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The exam.</param>
    /// <param name="keep">Whether renewed grades are kept; not while another program writes the ledger.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Board> ReadAsync(Ledger ledger, Exam file, bool keep, CancellationToken cancellationToken) =>
        (await ReadAsync(ledger, file, null, keep, cancellationToken))[0];

    /// <summary>The board of everything that the ledger knows of the exam, then those of its strata that a taxonomy has a place for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The exam.</param>
    /// <param name="taxonomy">The taxonomy; null for no strata.</param>
    /// <param name="keep">Whether renewed grades are kept; not while another program writes the ledger.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<Board>> ReadAsync(Ledger ledger, Exam file, Taxonomy? taxonomy, bool keep, CancellationToken cancellationToken)
    {
        var exam = await Decisions.ApplyAsync(ledger, file, cancellationToken);
        var reviews = await Standings.ReadAsync(ledger, exam, keep, cancellationToken);
        TellOfRenewal(exam, reviews);
        var standings = await Results.AddAsync(ledger, exam, [.. reviews.Select(review => review.After)], keep, cancellationToken);
        var judging = await JudgeReports.ReadAsync(ledger, exam, cancellationToken);
        var isSimulated = standings.Any(standing => standing.Tally.Simulated) || judging?.Judges.Any(judge => judge.IsSimulated) == true;
        var board = new Board(exam.Title, terminal.Language, BoardRows.Of(standings, workspace.Run.Edition, ShowsHosts))
        {
            // Boards of one exam in two languages are two boards.
            FileName = exam.Language == exam.Languages[0] ? exam.Id : $"{exam.Id}-{exam.Language.Code()}",
            Questions = exam.Questions.Count,
            ExamVersion = ExamVersions.Of(exam),
            Edition = workspace.Run.Edition,
            ChanceLevel = standings.Any(standing => standing.Model.Name == RandomExaminee.Name) ? Chance.Of(exam) : null,
            Notes = [.. isSimulated ? [Simulated] : Array.Empty<Phrase>(), .. DecisionRemark.On(exam), .. AloneRemark.On(standings)],
            Judging = judging,
        };
        var ranked = BoardRanks.On(board, exam, standings, Interval);
        IReadOnlyList<Board> boards = [ranked, .. taxonomy is null ? [] : StratumBoards.Of(ranked, exam, standings, taxonomy.StrataOf(ranked))];
        return workspace.Run.Edition is { } edition ? editions.Value.WithNewModels(boards, edition) : boards;
    }

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
        var writer = new BoardWriter(PictureFile.Fonts, Style) { Formats = Formats };
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

    /// <summary>A board must not move without a word.</summary>
    private void TellOfRenewal(Exam exam, IReadOnlyList<Review> reviews)
    {
        var (renewed, flips) = (reviews.Sum(review => review.Renewed), reviews.Sum(review => review.Flips.Count));
        if (renewed > 0)
        {
            // Boards are read several at a time.
            using var turn = telling.EnterScope();
            terminal.Tell(new(
                $"{exam.Title}: {renewed} kept grades were renewed by the present reader and keys; {flips} are worth something else. (`jinbang regrade --dry-run` tells which, if asked before.)",
                $"{exam.Title}：按现在的读取规则和答案重新评分 {renewed} 条，其中得分有变 {flips} 条。（事先运行 `jinbang regrade --dry-run` 可看到是哪些。）"));
        }
    }

    private static Phrase Simulated => new(
        "Some replies come from the simulator: this board says nothing about real models.",
        "部分回复来自模拟器：本榜不反映真实模型的水平。");
}
