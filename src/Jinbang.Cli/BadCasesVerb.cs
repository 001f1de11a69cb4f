using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Cli;

/// <summary><c>jinbang badcases</c>: shows the replies that earned no full points, and why.</summary>
internal sealed class BadCasesVerb
{
    private const int DefaultLimit = 20;
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Option<string[]> models;
    private readonly Option<string[]> strata;
    private readonly Option<string[]> questions;
    private readonly Option<string[]> verdicts;
    private readonly Option<string[]> outcomes;
    private readonly Option<string[]> rules;
    private readonly Option<int?> limit;
    private readonly Option<bool> full;
    private readonly Option<string> jsonl;

    private BadCasesVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        models = terminal.Option<string[]>("--model", "Of models with this in their names; may be repeated.", "名字中含此文字的模型，可重复。");
        strata = terminal.Option<string[]>("--stratum", "Of parts of the exam with this in their names; may be repeated.", "名称中含此文字的科目或题型，可重复。");
        questions = terminal.Option<string[]>("--question", "To the question of this id; may be repeated.", "此编号的题目，可重复。");
        verdicts = terminal.Option<string[]>("--verdict", "With this verdict; may be repeated.", "此判定，可重复。");
        verdicts.AcceptOnlyFromAmong([.. Enum.GetValues<Verdict>().Select(GradeWords.Code)]);
        outcomes = terminal.Option<string[]>("--outcome", "With this end of asking; may be repeated.", "此调用结果，可重复。");
        outcomes.AcceptOnlyFromAmong([.. Enum.GetValues<Outcome>().Select(GradeWords.Code)]);
        rules = terminal.Option<string[]>(
            "--rule", "Read by rules with this in their names, such as judge or human; may be repeated.", "读取规则名中含此文字，如 judge 或 human，可重复。");
        limit = terminal.Option<int?>(
            "--limit", $"Most cases to show (default: {DefaultLimit}; in the file all).", $"至多显示几条（默认 {DefaultLimit}；文件中为全部）。");
        limit.Validators.Add(shared.NotNegative);
        full = terminal.Option<bool>("--full", "Show long texts whole.", "完整显示长文本。");
        jsonl = terminal.Option<string>("--jsonl", "Write the cases to this file, a JSON object a line; - for standard output.", "把这些作答写入文件，每行一个 JSON 对象；- 表示标准输出。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new BadCasesVerb(terminal);
        var command = terminal.Command(
            "badcases",
            "Show replies that are wrong, unreadable, cut off, withheld or failed, and why.",
            "显示答错、读不出、被截断、被拒答或失败的作答及原因。",
            verb.shared.Exams, verb.shared.ExamLanguage, verb.shared.LeaveOutBad, verb.models, verb.strata, verb.questions, verb.verdicts, verb.outcomes,
            verb.rules, verb.limit, verb.full, verb.jsonl);
        command.SetAction(verb.ShowAsync);
        return command;
    }

    private async Task<int> ShowAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        var target = words.GetValue(jsonl);
        await using var ledger = workspace.Ledger.Open();
        await using var file = target is null ? null : ResultFile.Open(target, workspace.Ledger.File, jsonl.Name);
        var table = new CaseTable(words.GetValue(limit) ?? (file is null ? DefaultLimit : 0));
        await CollectAsync(ledger, await Decisions.ApplyAsync(ledger, exams, cancellationToken), words, table, file, cancellationToken);
        Show(table, words.GetValue(full), target == "-" ? terminal.Error : terminal.Out);
        return ExitCode.Done;
    }

    private async Task CollectAsync(
        SqlLedger ledger, IReadOnlyList<Exam> exams, ParseResult words, CaseTable table, ResultFile? file, CancellationToken cancellationToken)
    {
        var (filter, most, any) = (Filter(words), words.GetValue(limit) ?? long.MaxValue, false);
        await using var log = new CaseLog(file?.Stream ?? Stream.Null);
        foreach (var exam in exams)
        {
            any |= (await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken)).Count > 0;
            await foreach (var found in CaseReader.ReadAsync(ledger, exam, filter, cancellationToken))
            {
                table.Add(found);
                if (file is not null && table.Count <= most)
                {
                    await log.AddAsync(found, cancellationToken);
                }
            }
        }

        if (!any)
        {
            throw SharedOptions.NothingAnswered;
        }

        if (file is not null)
        {
            await log.FlushAsync(cancellationToken);
            await file.CommitAsync(cancellationToken);
        }
    }

    private CaseFilter Filter(ParseResult words) => new()
    {
        Models = words.GetValue(models) ?? [],
        Strata = words.GetValue(strata) ?? [],
        Questions = words.GetValue(questions) ?? [],
        Rules = words.GetValue(rules) ?? [],
        Verdicts = [.. Enum.GetValues<Verdict>().Where(verdict => words.GetValue(verdicts)?.Contains(GradeWords.Code(verdict)) == true)],
        Outcomes = [.. Enum.GetValues<Outcome>().Where(outcome => words.GetValue(outcomes)?.Contains(GradeWords.Code(outcome)) == true)],
    };

    private void Show(CaseTable table, bool isFull, Spectre.Console.IAnsiConsole console)
    {
        if (table.Count == 0)
        {
            terminal.Tell(new("There is no such reply.", "没有这样的作答。"));
            return;
        }

        console.Write(table.Of(terminal.Language));
        var view = new CaseView(terminal.Language, isFull);
        foreach (var found in table.Shown)
        {
            console.Write(new Spectre.Console.Text("\n"));
            console.Write(view.Of(found));
        }

        if (table.Count > table.Shown.Count && table.Shown.Count > 0)
        {
            terminal.Tell(new(
                $"Shown are {table.Shown.Count} of {table.Count}: --limit shows more, --jsonl FILE writes all.",
                $"共 {table.Count} 条，显示 {table.Shown.Count} 条：--limit 可多显示，--jsonl 文件 可全部写出。"));
        }
    }
}
