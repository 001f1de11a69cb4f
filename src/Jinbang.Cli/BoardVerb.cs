using System.CommandLine;
using Jinbang.Boards;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Cli;

/// <summary><c>jinbang board</c>: posts boards again from what the ledger holds, asking nobody.</summary>
internal static class BoardVerb
{
    public static Command Build(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        var command = terminal.Command(
            "board",
            "Post the boards again from what is already answered, asking nobody.",
            "用已有作答重新张榜，不调用任何模型。",
            shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, shared.Output, shared.Edition, shared.Show, shared.Style, shared.Json);
        command.SetAction(async (words, cancellationToken) =>
        {
            var workspace = shared.Workspace(words);
            var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
            await using var ledger = SqliteLedger.Open(workspace.Ledger);
            using var hold = LedgerLock.TryTake(workspace.Ledger);
            var posting = shared.Posting(words, workspace);
            var boards = new List<Board>();
            foreach (var exam in exams)
            {
                if (await posting.ReadAsync(ledger, exam, keep: hold is not null, cancellationToken) is { Rows.Count: > 0 } board)
                {
                    boards.Add(board);
                }
            }

            if (boards.Count == 0)
            {
                throw SharedOptions.NothingAnswered;
            }

            posting.Post(boards, words.GetValue(shared.Json));
            return ExitCode.Done;
        });
        return command;
    }
}
