using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Runs.Logs;

namespace Jinbang.Cli;

/// <summary><c>jinbang grade</c>: grades replies that were had elsewhere, keeping nothing in the ledger.</summary>
internal sealed class GradeVerb
{
    private readonly Terminal terminal;
    private readonly Option<string> exam;
    private readonly Option<string> replies;
    private readonly Option<string> output;
    private readonly Option<string> model;
    private readonly Option<bool> json;
    private readonly SharedOptions shared;

    private GradeVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        exam = terminal.Option<string>("--exam", "The exam with the keys.", "含答案的题库。");
        exam.Required = true;
        replies = terminal.Option<string>(
            "--replies",
            "JSONL or CSV with id (or question), reply and, where known, model, options, outcome.",
            "JSONL 或 CSV，含 id（或 question）、reply，以及可选的 model、options、outcome。");
        replies.Required = true;
        output = terminal.Option<string>(
            "--out",
            "Where verdicts are written as JSONL, a line for each reply; - for standard output.",
            "判分结果写到哪里（JSONL，每条回复一行）；- 表示标准输出。");
        model = terminal.Option<string>(
            "--model", "The model's name, for replies that do not give one.", "回复中没有模型名时，用它作为模型名。");
        json = terminal.Option<bool>("--json", "Print the summary as JSON, for scripts.", "以 JSON 输出汇总，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new GradeVerb(terminal);
        var command = terminal.Command(
            "grade",
            "Grade replies that were had elsewhere, keeping nothing.",
            "给别处得到的回复判分，不记入账本。",
            verb.exam, verb.replies, verb.output, verb.model, verb.shared.ExamLanguage, verb.shared.LeaveOutBad, verb.json);
        command.SetAction(verb.GradeAsync);
        return command;
    }

    private async Task<int> GradeAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var source = words.GetValue(replies)!;
        var target = words.GetValue(output) is { Length: > 0 } named ? named : null;
        var paper = shared.ReadExam(words, words.GetValue(exam)!);
        var log = ReplyLog.Read(source, words.GetValue(model) ?? "");
        await using var file = target is null ? null : ResultFile.Open(target, source, "--out");
        var grading = await LogGrading.GradeAsync(paper, log, file?.Stream ?? Stream.Null, cancellationToken);
        if (file is not null)
        {
            await file.CommitAsync(cancellationToken);
        }

        Warn(grading);
        var summary = GradeSummary.Of(paper, grading);
        // Verdicts and summary in one stream could not be told apart.
        var console = target == "-" ? terminal.Error : terminal.Out;
        if (words.GetValue(json))
        {
            console.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            console.Write(GradeTable.Of(summary, terminal.Language));
        }

        return ExitCode.Done;
    }

    private void Warn(LogGrading grading)
    {
        foreach (var warning in grading.Warnings)
        {
            terminal.Tell(warning);
        }

        if (grading.Differing > grading.Warnings.Count)
        {
            terminal.Tell(new(
                $"… and {grading.Differing - grading.Warnings.Count} more of these.",
                $"……另有 {grading.Differing - grading.Warnings.Count} 处。"));
        }
    }
}
