using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Exams;
using Jinbang.Exams.Decisions;
using Jinbang.Runs;
using Jinbang.Workspaces;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary><c>jinbang items accept</c>: records what a person decided about a question, and grades by it.</summary>
internal sealed class AcceptVerb
{
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Argument<string> exam;
    private readonly Argument<string> question;
    private readonly Option<string> key;
    private readonly Option<bool> drop;
    private readonly Option<bool> keep;
    private readonly Option<string> reason;
    private readonly Option<string> by;

    private AcceptVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        exam = terminal.Argument<string>(
            "EXAM", "An exam file, or the id or title of one of the workspace's exams.", "题库文件，或工作目录中某份题库的编号或标题。");
        question = terminal.Argument<string>("QUESTION", "The question's id.", "题目编号。");
        key = terminal.Option<string>("--key", "What is right, as an exam file would say it.", "正确答案，写法与题库文件相同。");
        drop = terminal.Option<bool>("--drop", "The question does not count.", "此题不计分。");
        keep = terminal.Option<bool>("--keep", "The question and its key are right as they are.", "题目和答案都没有问题。");
        reason = terminal.Option<string>("--reason", "Why: it is kept and shown.", "理由：会留存并公布。");
        reason.Required = true;
        by = terminal.Option<string>("--by", "Who decided: kept and shown too.", "由谁决定：同样会留存并公布。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new AcceptVerb(terminal);
        var command = terminal.Command(
            "accept",
            "Record a person's decision about a question, and grade by it on all boards.",
            "记录人工对一道题的决定，并据此给所有榜单重新评分。",
            verb.exam, verb.question, verb.key, verb.drop, verb.keep, verb.reason, verb.by, verb.shared.ExamLanguage, verb.shared.LeaveOutBad);
        command.Validators.Add(result =>
        {
            var chosen = (result.GetResult(verb.key) is null ? 0 : 1) + (result.GetValue(verb.drop) ? 1 : 0) + (result.GetValue(verb.keep) ? 1 : 0);
            if (chosen != 1)
            {
                result.AddError(terminal.Say("Give one of --key, --drop and --keep.", "--key、--drop、--keep 中必须给出一个，且只能一个。"));
            }

            if (result.GetResult(verb.reason) is not null && string.IsNullOrWhiteSpace(result.GetValue(verb.reason)))
            {
                result.AddError(terminal.Say("--reason must say something.", "--reason 不能为空。"));
            }
        });
        command.SetAction(verb.AcceptAsync);
        return command;
    }

    private async Task<int> AcceptAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var named = NamedExam.Read(shared, words, workspace, words.GetValue(exam)!);
        var id = words.GetValue(question)!;
        // What is decided of a question holds for all languages that it is asked in.
        var exams = named.InLanguages(shared, words).Where(file => file.Id == named.Exam.Id && (file == named.Exam || file.Questions.Any(asked => asked.Id == id))).ToList();
        var decided = exams.ConvertAll(file => Decide(file, words));
        using var hold = LedgerLock.Take(workspace);
        await using var ledger = workspace.Ledger.Open();
        foreach (var (file, decision) in exams.Zip(decided))
        {
            // That something is left to ask must be known before.
            Decisions.Apply(file, [.. await ledger.DecisionsAsync(file.Id, file.Language, cancellationToken), decision]);
        }

        await ledger.DecideAsync(decided, cancellationToken);
        terminal.Tell(Recorded(decided[0]));
        foreach (var file in exams)
        {
            var now = await Decisions.ApplyAsync(ledger, file, cancellationToken);
            if (await Standings.ReadAsync(ledger, now, keep: true, cancellationToken) is { Count: > 0 } reviews)
            {
                terminal.Out.Write(RegradeTables.Of(RegradedExam.Of(now, reviews), terminal.Language));
                terminal.Out.WriteLine();
            }
        }

        return ExitCode.Done;
    }

    private KeyDecision Decide(Exam file, ParseResult words)
    {
        var kind = words.GetValue(drop) ? DecisionKind.Drop : words.GetValue(keep) ? DecisionKind.Keep : DecisionKind.Key;
        var decision = Decisions.About(
            file, words.GetValue(question)!, kind, words.GetValue(key), words.GetValue(reason)!.Trim(), TimeProvider.System.GetUtcNow());
        return decision.Key is null || decision.Key != decision.FileKey ? decision with { By = words.GetValue(by) } : throw new BadInputException(new(
            $"The key of question {decision.Question} is {decision.Key} in the exam file already; --keep records that it is right.",
            $"题库文件中题目 {decision.Question} 的答案本来就是 {decision.Key}；要记录它没有问题，请用 --keep。"));
    }

    private static Phrase Recorded(KeyDecision decision) => decision.Kind switch
    {
        DecisionKind.Key => new(
            $"Recorded: the key of {decision.Question} is {decision.Key}, not {decision.FileKey}. `jinbang board` posts the boards by it.",
            $"已记录：题目 {decision.Question} 的答案是 {decision.Key}，不是 {decision.FileKey}。`jinbang board` 可据此重新张榜。"),
        DecisionKind.Drop => new(
            $"Recorded: {decision.Question} does not count. `jinbang board` posts the boards without it; its replies stay in the ledger.",
            $"已记录：题目 {decision.Question} 不计分。`jinbang board` 可据此重新张榜；它的作答仍留在账本中。"),
        DecisionKind.Keep => new(
            $"Recorded: {decision.Question} and its key {decision.FileKey} are right.",
            $"已记录：题目 {decision.Question} 及其答案 {decision.FileKey} 没有问题。"),
    };
}
