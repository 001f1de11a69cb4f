using System.CommandLine;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Items;
using Jinbang.Boards.Pages;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Exams;
using Jinbang.Exams.Twins;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Reads what pages show: the boards of exams, with bad cases, those that others published, and roll-ups.</summary>
internal sealed class PageReading
{
    private readonly SharedOptions shared;
    private readonly FamilyOptions family;
    private readonly Option<int?> cases;

    public PageReading(Terminal terminal, SharedOptions shared)
    {
        this.shared = shared;
        family = new FamilyOptions(terminal);
        cases = terminal.Option<int?>(
            "--cases", $"Most bad cases of each kind to show of a model on an exam (default: {CaseShelf.Usual}; 0 for none).", $"每份题库、每个模型、每种问题作答最多列出几条（默认 {CaseShelf.Usual}，0 为不列）。");
        cases.Validators.Add(shared.NotNegative);
    }

    /// <summary>The options that say what is read.</summary>
    public IEnumerable<System.CommandLine.Option> Options =>
        [shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, shared.Edition, shared.Look.Show, shared.Look.Interval, .. family.All, cases];

    /// <summary>How exams are grouped; null when no roll-ups are wanted.</summary>
    /// <exception cref="BadInputException">The taxonomy cannot be used.</exception>
    public Taxonomy? Taxonomy(ParseResult words, Workspace workspace) => family.Taxonomy(words, workspace);

    /// <summary>The set of rules of roll-ups.</summary>
    public RollupRules RulesOf(ParseResult words) => family.RulesOf(words);

    /// <summary>The boards that are meant.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="taxonomy">How exams are grouped; null for no roll-ups.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Nothing was answered, or something cannot be used.</exception>
    public async Task<IReadOnlyList<PageBoard>> ReadAsync(ParseResult words, Workspace workspace, Taxonomy? taxonomy, CancellationToken cancellationToken)
    {
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        await using var ledger = workspace.Ledger.Open();
        using var hold = workspace.Ledger.TryHold(TimeSpan.Zero);
        var reading = shared.Reading(words, workspace);
        var (boards, found) = (new List<Board>(), new Dictionary<string, PageBoard>());
        var read = await InParallel.SelectAsync(
            exams, (exam, cancellation) => reading.ReadAsync(ledger, exam, taxonomy, keep: hold is not null, cancellation), cancellationToken);
        foreach (var (exam, own) in exams.Zip(read))
        {
            if (own[0].Rows.Count > 0)
            {
                boards.AddRange(own);
                found[own[0].FileName] = await PageAsync(ledger, exam, own[0], words.GetValue(cases) ?? CaseShelf.Usual, cancellationToken);
            }
        }

        if (words.GetValue(shared.Exams) is not { Length: > 0 })
        {
            boards.AddRange(await new PublishedShelf(ledger).FindAsync(null, cancellationToken));
        }

        return boards.Count == 0
            ? throw SharedOptions.NothingAnswered
            : [.. family.Family(words, workspace, taxonomy, boards).Select(board => found.TryGetValue(board.FileName, out var page) ? page with { Board = board } : new(board))];
    }

    /// <summary>The same pages, with a picture of how scores moved where several editions have the board.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="workspace">The workspace whose editions are meant.</param>
    /// <exception cref="BadInputException">An edition's manifest cannot be read.</exception>
    public static IReadOnlyList<PageBoard> WithHistories(IReadOnlyList<PageBoard> pages, Workspace workspace)
    {
        var histories = ScoreHistory.Of(EditionShelf.Open(workspace.Locate(workspace.Boards)).All)
            .Where(history => history.Points.Count > 1).ToList();
        return [.. pages.Select(page => histories.Find(history => history.IsOf(page.Board)) is { } history
            ? page with { Pictures = [.. page.Pictures, language => ScorePictures.Of(history, language)] }
            : page)];
    }

    /// <summary>A board with its bad cases, and with a picture of its questions once more than their difficulty can be told.</summary>
    private static async Task<PageBoard> PageAsync(Ledger ledger, Exam exam, Board board, int most, CancellationToken cancellationToken)
    {
        var answered = await Answered.ReadAsync(ledger, exam, keep: false, cancellationToken);
        var items = ItemReport.Of(answered.Exam, answered.Standings, new Dictionary<string, IReadOnlyList<Twin>>());
        return new PageBoard(board)
        {
            Cases = await CaseShelf.ReadAsync(ledger, answered.Exam, most, cancellationToken),
            Pictures = items.Reliability is null ? [] : [language => ScorePictures.Of(items, language)],
        };
    }
}
