using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Grading;
using Jinbang.Runs;
using Jinbang.Runs.Marks;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang mark</c>: a person overrules a verdict, with name and reason.</summary>
internal sealed class MarkVerb
{
    private const string Withdraw = "withdraw";
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Argument<string> model;
    private readonly Argument<string> question;
    private readonly Option<string> verdict;
    private readonly Option<string> points;
    private readonly Option<int> repeat;
    private readonly Option<string> by;
    private readonly Option<string> reason;
    private readonly Option<bool> withdraw;
    private readonly Option<string> file;

    private MarkVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        model = terminal.Argument<string>("MODEL", "The model's name.", "模型名。");
        question = terminal.Argument<string>("QUESTION", "The question's id.", "题目编号。");
        (model.Arity, question.Arity) = (ArgumentArity.ZeroOrOne, ArgumentArity.ZeroOrOne);
        verdict = terminal.Option<string>("--verdict", "What the reply is worth.", "作答的判定。");
        verdict.AcceptOnlyFromAmong([.. Enum.GetValues<Verdict>().Select(GradeWords.Code)]);
        points = terminal.Option<string>("--points", "Points between 0 and 1, for partial.", "部分得分时的得分，在 0 与 1 之间。");
        repeat = terminal.Option<int>("--repeat", "Which of several replies, from 1 (default: 1).", "多次作答中的第几次，从 1 起（默认 1）。");
        repeat.Validators.Add(shared.AtLeastOne);
        by = terminal.Option<string>("--by", "Who says so.", "标注人。");
        reason = terminal.Option<string>("--reason", "Why.", "理由。");
        withdraw = terminal.Option<bool>("--withdraw", "Take the mark back.", "撤回标注。");
        file = terminal.Option<string>(
            "--file",
            "Marks from a CSV file: model, question, exam, repeat, verdict, points, by, reason; all of them or none.",
            "从 CSV 文件批量标注，列为 model、question、exam、repeat、verdict、points、by、reason；要么全部生效，要么全不生效。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new MarkVerb(terminal);
        var command = terminal.Command(
            "mark",
            "Overrule the verdict on a kept reply, with name and reason.",
            "人工改判一条已有作答，须署名并说明理由。",
            verb.model, verb.question, verb.shared.Exams, verb.shared.ExamLanguage, verb.shared.LeaveOutBad,
            verb.verdict, verb.points, verb.repeat, verb.by, verb.reason, verb.withdraw, verb.file);
        command.Validators.Add(result =>
        {
            var isOne = result.GetValue(verb.model) is not null || result.GetValue(verb.verdict) is not null || result.GetValue(verb.withdraw);
            if (isOne == (result.GetValue(verb.file) is not null))
            {
                result.AddError(terminal.Say(
                    "Name a MODEL, a QUESTION and a --verdict (or --withdraw); or a --file of marks.",
                    "请给出模型、题目和 --verdict（或 --withdraw）；或用 --file 给出标注文件。"));
            }
            else if (isOne && (result.GetValue(verb.verdict) is not null) == result.GetValue(verb.withdraw))
            {
                result.AddError(terminal.Say("Give either --verdict or --withdraw.", "--verdict 与 --withdraw 须给出其一。"));
            }
        });
        command.SetAction(verb.MarkAsync);
        return command;
    }

    private async Task<int> MarkAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var orders = Orders(words);
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        using var hold = LedgerLock.Take(workspace);
        await using var ledger = workspace.Ledger.Open();
        var given = await new Marking(ledger, await Decisions.ApplyAsync(ledger, exams, cancellationToken), TimeProvider.System).GiveAsync(orders, cancellationToken);
        terminal.Out.Write(MarkTable.Of(new([.. given.Select(mark => MarkLine.Of(new(mark, mark.Mark is null ? MarkState.Withdrawal : MarkState.Counts)))]), terminal.Language));
        terminal.Tell(new("`jinbang board` posts the boards with it.", "运行 `jinbang board` 可据此重新张榜。"));
        return ExitCode.Done;
    }

    private IReadOnlyList<MarkOrder> Orders(ParseResult words)
    {
        var (name, why) = (words.GetValue(by) ?? "", words.GetValue(reason) ?? "");
        if (words.GetValue(file) is { } path)
        {
            return MarkFile.Read(path, name, why);
        }

        var order = MarkOrder.Of(
            words.GetValue(model) ?? "", words.GetValue(question) ?? "", words.GetValue(withdraw) ? Withdraw : words.GetValue(verdict)!,
            words.GetValue(points) ?? "", name, why);
        return [order with { Repeat = Math.Max(words.GetValue(repeat), 1) - 1 }];
    }
}
