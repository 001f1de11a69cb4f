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
            shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, shared.Output, shared.Edition, shared.Json);
        command.SetAction(async (words, cancellationToken) =>
        {
            var workspace = shared.Workspace(words);
            var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language);
            await using var ledger = SqliteLedger.Open(workspace.Ledger);
            var posting = shared.Posting(words, workspace);
            var boards = new List<Board>();
            foreach (var exam in exams)
            {
                var board = await posting.ReadAsync(ledger, exam, cancellationToken);
                if (board.Rows.Count > 0)
                {
                    boards.Add(board);
                }
                else
                {
                    terminal.Complain(new(
                        $"No model has answered {exam.Title} in this folder yet: jinbang run comes first.",
                        $"本目录中还没有模型答过 {exam.Title}：请先运行 jinbang run。"));
                }
            }

            posting.Post(boards, words.GetValue(shared.Json));
            return boards.Count == exams.Count ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }
}
