using System.CommandLine;
using Jinbang.Boards;
using Jinbang.Cli.Summaries;
using Jinbang.Runs;
using Jinbang.Workspaces;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary><c>jinbang regrade</c>: grades kept replies by the present reader and keys, and shows what changes.</summary>
internal sealed class RegradeVerb
{
    private readonly Terminal terminal;
    private readonly Option<bool> dryRun;
    private readonly Option<bool> board;
    private readonly Option<bool> json;
    private readonly SharedOptions shared;

    private RegradeVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        dryRun = terminal.Option<bool>(
            "--dry-run", "Show what would change and leave the ledger as it is.", "只显示会有哪些变化，不改动账本。");
        board = terminal.Option<bool>(
            "--board", "Post the boards too, as `jinbang board` does.", "同时重新张榜，与 `jinbang board` 相同。");
        json = terminal.Option<bool>("--json", "Print the changes as JSON, for scripts.", "以 JSON 输出变化，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new RegradeVerb(terminal);
        var command = terminal.Command(
            "regrade",
            "Grade kept replies anew and show what changes, asking nobody.",
            "给已有回复重新评分并显示变化，不调用任何模型。",
            verb.shared.Exams, verb.shared.ExamLanguage, verb.shared.LeaveOutBad, verb.dryRun,
            verb.board, verb.shared.Output, verb.shared.Edition, verb.json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(verb.dryRun) && result.GetValue(verb.board))
            {
                result.AddError(terminal.Say("--dry-run posts no boards: leave out --board.", "--dry-run 不张榜：请去掉 --board。"));
            }
        });
        command.SetAction(verb.RegradeAsync);
        return command;
    }

    private async Task<int> RegradeAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        var keep = !words.GetValue(dryRun);
        using var hold = keep ? LedgerLock.Take(workspace) : null;
        await using var ledger = workspace.Ledger.Open();
        var regraded = new List<RegradedExam>();
        var boards = new List<Board>();
        foreach (var file in exams)
        {
            var exam = await Decisions.ApplyAsync(ledger, file, cancellationToken);
            if (await Standings.ReadAsync(ledger, exam, keep, cancellationToken) is { Count: > 0 } reviews)
            {
                regraded.Add(RegradedExam.Of(exam, reviews));
                boards.AddRange(words.GetValue(board) ? [await shared.Reading(words, workspace).ReadAsync(ledger, exam, keep, cancellationToken)] : []);
            }
        }

        Show(new(!keep, regraded), words.GetValue(json));
        if (boards.Count > 0)
        {
            shared.Posting(words, workspace).Write(boards, show: _ => { });
        }

        return ExitCode.Done;
    }

    private void Show(RegradeSummary summary, bool asJson)
    {
        if (summary.Exams.Count == 0)
        {
            throw SharedOptions.NothingAnswered;
        }

        if (asJson)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
            return;
        }

        foreach (var exam in summary.Exams)
        {
            terminal.Out.Write(RegradeTables.Of(exam, terminal.Language));
            terminal.Out.WriteLine();
        }

        if (summary.DryRun)
        {
            terminal.Tell(new("Nothing was changed: this was a dry run.", "未作任何改动：这只是演练。"));
        }
    }
}
