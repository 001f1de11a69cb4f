using System.CommandLine;
using Jinbang.Cli.Summaries;

namespace Jinbang.Cli;

/// <summary><c>jinbang items decisions</c>: lists everything that people decided about an exam's questions.</summary>
internal static class DecisionsVerb
{
    public static Command Build(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        var exam = terminal.Argument<string>(
            "EXAM", "An exam file, or the id or title of one of the workspace's exams.", "题库文件，或工作目录中某份题库的编号或标题。");
        var json = terminal.Option<bool>("--json", "Print them as JSON, for scripts.", "以 JSON 输出，供脚本使用。");
        var command = terminal.Command(
            "decisions",
            "List all decisions about an exam's questions, also those that later ones replace.",
            "列出对一份题库各题的全部决定，包括已被后来的决定取代的。",
            exam, json, shared.ExamLanguage, shared.LeaveOutBad);
        command.SetAction(async (words, cancellationToken) =>
        {
            var workspace = shared.Workspace(words);
            var named = NamedExam.Read(shared, words, workspace, words.GetValue(exam)!).Exam;
            if (!workspace.Ledger.Exists)
            {
                throw SharedOptions.NothingAnswered;
            }

            await using var ledger = workspace.Ledger.Open();
            var decisions = await ledger.DecisionsAsync(named.Id, named.Language, cancellationToken);
            if (words.GetValue(json))
            {
                terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(decisions));
            }
            else
            {
                terminal.Out.Write(DecisionTable.Of(named, decisions, terminal.Language));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
