using System.CommandLine;
using Jinbang.Boards.Pages;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Cli;

/// <summary>Reads what pages show: the boards of exams, with bad cases, and those that others published.</summary>
internal sealed class PageReading
{
    private const int UsualCases = 3;

    private readonly SharedOptions shared;
    private readonly Option<int> cases;

    public PageReading(Terminal terminal, SharedOptions shared)
    {
        this.shared = shared;
        cases = terminal.Option<int>(
            "--cases", $"Most bad cases of each kind to show of a model on an exam (default: {UsualCases}; 0 for none).", $"每份题库、每个模型、每种问题作答最多列出几条（默认 {UsualCases}，0 为不列）。");
        cases.DefaultValueFactory = _ => UsualCases;
        cases.Validators.Add(shared.NotNegative);
    }

    /// <summary>The options that say what is read.</summary>
    public IEnumerable<Option> Options => [shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, shared.Edition, shared.Show, cases];

    /// <summary>The boards that are meant.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Nothing was answered, or something cannot be used.</exception>
    public async Task<IReadOnlyList<PageBoard>> ReadAsync(ParseResult words, Workspace workspace, CancellationToken cancellationToken)
    {
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        await using var ledger = SqliteLedger.Open(workspace.Ledger);
        using var hold = LedgerLock.TryTake(workspace.Ledger);
        var reading = shared.Reading(words, workspace);
        var pages = new List<PageBoard>();
        foreach (var exam in exams)
        {
            if (await reading.ReadAsync(ledger, exam, keep: hold is not null, cancellationToken) is { Rows.Count: > 0 } board)
            {
                pages.Add(new(board) { Cases = await CaseShelf.ReadAsync(ledger, exam, words.GetValue(cases), cancellationToken) });
            }
        }

        if (words.GetValue(shared.Exams) is not { Length: > 0 })
        {
            pages.AddRange((await new PublishedShelf(ledger).FindAsync(null, cancellationToken)).Select(board => new PageBoard(board)));
        }

        return pages.Count > 0 ? pages : throw SharedOptions.NothingAnswered;
    }
}
