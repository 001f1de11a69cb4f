using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;

namespace Jinbang.Cli;

/// <summary><c>jinbang import</c>: takes answers that someone already paid for and posts the board.</summary>
internal sealed class ImportVerb
{
    private readonly Terminal terminal;
    private readonly Argument<string> log;
    private readonly Option<string> exam;
    private readonly Option<string> model;
    private readonly SharedOptions shared;

    private ImportVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        log = terminal.Argument<string>(
            "LOG",
            "CSV or JSONL with model, question_id, picked (or reply), and, where known, prompt_tokens, completion_tokens, seconds.",
            "CSV 或 JSONL，含 model、question_id、picked（或 reply），以及可选的 prompt_tokens、completion_tokens、seconds。");
        exam = terminal.Option<string>("--exam", "The exam that was sat.", "所考的题库。");
        exam.Required = true;
        model = terminal.Option<string>(
            "--model",
            "The model's name, for logs that do not give one.",
            "记录中没有模型名时，用它作为模型名。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ImportVerb(terminal);
        var command = terminal.Command(
            "import",
            "Take replies from a log and post the board, asking nobody.",
            "从记录导入作答并张榜，不调用任何模型。",
            verb.log, verb.exam, verb.model, verb.shared.ExamLanguage, verb.shared.LeaveOutBad,
            verb.shared.Output, verb.shared.Edition, verb.shared.Show, verb.shared.Style, verb.shared.Json);
        command.SetAction(verb.ImportAsync);
        return command;
    }

    private async Task<int> ImportAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var path = words.GetValue(log)!;
        var paper = shared.ReadExam(words, words.GetValue(exam)!);
        var replies = ReplyLog.Read(path, words.GetValue(model)).ToList();
        using var roster = new Roster(workspace, terminal, TimeProvider.System);
        using var hold = LedgerLock.Take(workspace);
        await using var ledger = SqliteLedger.Open(workspace.Ledger);
        var remarks = await Import.RecordAsync(
            paper, replies, Path.GetFileName(path), roster.Describe, ledger, workspace.Run.Edition, TimeProvider.System, cancellationToken);
        foreach (var remark in remarks)
        {
            terminal.Tell(remark);
        }

        var posting = shared.Posting(words, workspace);
        posting.Post([await posting.ReadAsync(ledger, paper, keep: true, cancellationToken)], words.GetValue(shared.Json));
        return ExitCode.Done;
    }
}
