using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Runs;
using Jinbang.Runs.Marks;

namespace Jinbang.Cli;

/// <summary><c>jinbang marks</c>: lists what persons said of replies, who, when, why, and what it changed.</summary>
internal static class MarksVerb
{
    public static Command Build(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        var model = terminal.Option<string[]>("--model", "Of models with this in their names; may be repeated.", "名字中含此文字的模型，可重复。");
        var json = terminal.Option<bool>("--json", "Print the list as JSON, for scripts.", "以 JSON 输出清单，供脚本使用。");
        var command = terminal.Command(
            "marks",
            "List all marks that persons gave or took back: who, when, why, and what changed.",
            "列出全部人工改判与撤回：何人、何时、何故、改了什么。",
            shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, model, json);
        command.SetAction(async (words, cancellationToken) =>
        {
            var workspace = shared.Workspace(words);
            var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
            if (!workspace.Ledger.Exists)
            {
                throw SharedOptions.NothingAnswered;
            }

            await using var ledger = workspace.Ledger.Open();
            var (ids, names) = (exams.Select(exam => exam.Id).ToHashSet(), words.GetValue(model) ?? []);
            var isNarrowed = words.GetValue(shared.Exams) is { Length: > 0 };
            var trail = (await MarkTrail.ReadAsync(ledger, await Decisions.ApplyAsync(ledger, exams, cancellationToken), cancellationToken))
                .Where(mark => !isNarrowed || ids.Contains(mark.Said.Exam))
                .Where(mark => names.Length == 0 || names.Any(name => mark.Said.Model.Contains(name, StringComparison.OrdinalIgnoreCase)));
            Show(terminal, new([.. trail.Select(MarkLine.Of)]), words.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Terminal terminal, MarkSummary summary, bool asJson)
    {
        if (asJson)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else if (summary.Marks.Count == 0)
        {
            terminal.Tell(new("Nobody has marked a reply.", "尚无人工改判。"));
        }
        else
        {
            terminal.Out.Write(MarkTable.Of(summary, terminal.Language));
        }
    }
}
