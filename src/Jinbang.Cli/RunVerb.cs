using System.CommandLine;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Cli;

/// <summary><c>jinbang run</c>: examines models and posts the boards.</summary>
internal sealed class RunVerb
{
    private readonly Terminal terminal;
    private readonly Option<string[]> models;
    private readonly Option<string> endpoint;
    private readonly Option<int> limit;
    private readonly Option<int> concurrency;
    private readonly Option<decimal> budget;
    private readonly Option<bool> allowUnknownPrice;
    private readonly Option<AnswerBy> answerBy;
    private readonly ReplyOptions replies;
    private readonly JudgeOptions judges;
    private readonly SharedOptions shared;

    private RunVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        judges = new JudgeOptions(terminal, shared);
        replies = new ReplyOptions(terminal, shared);
        models = terminal.Option<string[]>(
            "--model",
            "A model: a catalogue name, embedded:NAME, gguf:PATH, random-baseline, or one that --endpoint serves. May be repeated.",
            "模型：目录中的名字、embedded:名字、gguf:路径、random-baseline，或 --endpoint 所提供的模型。可重复。");
        endpoint = terminal.Option<string>(
            "--endpoint",
            "An OpenAI-compatible address, such as http://127.0.0.1:11434/v1; its key, if any, in JINBANG_API_KEY.",
            "兼容 OpenAI 的接口地址，如 http://127.0.0.1:11434/v1；如需密钥，放在 JINBANG_API_KEY。");
        limit = terminal.Option<int>(
            "--limit",
            "Ask only N questions of each exam: a fair sample, the same for every model.",
            "每套题只问 N 题：各部分按比例抽取，所有模型相同。");
        concurrency = terminal.Option<int>(
            "--concurrency",
            "Most questions that each model works on at once (default: found out, up to 128).",
            "每个模型最多同时答几题（默认自动探测，至多 128）。");
        budget = terminal.Option<decimal>(
            "--budget",
            "Most yuan to spend, earlier runs of the same attempts included.",
            "最多花费多少元（含以前对同样题目的花费）。");
        allowUnknownPrice = terminal.Option<bool>(
            "--allow-unknown-price",
            "Ask models without a known price although a budget is set.",
            "即使设了预算，也考价格未知的模型。");
        answerBy = terminal.Option<AnswerBy>(
            "--answer-by",
            "How GGUF models answer: text or likelihood of the options.",
            "GGUF 模型如何作答：text（生成文字）或 likelihood（选项似然）。");
        limit.Validators.Add(shared.AtLeastOne);
        concurrency.Validators.Add(shared.AtLeastOne);
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new RunVerb(terminal);
        var command = terminal.Command(
            "run",
            "Examine models and post the board. Asks only what is not yet answered.",
            "考模型并张榜。只问还没有答过的题。",
            verb.shared.Exams, verb.models, verb.endpoint, verb.shared.ExamLanguage, verb.replies.Repeats, verb.limit, verb.replies.Seed, verb.concurrency, verb.budget,
            verb.allowUnknownPrice, verb.answerBy, verb.replies.NoReuse, verb.replies.Replay, verb.judges.Names, verb.judges.Sample, verb.shared.LeaveOutBad, verb.shared.Output, verb.shared.Edition, verb.shared.Json);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = Adjust(shared.Workspace(words), words);
        if (words.GetValue(replies.Replay) is { } ledger)
        {
            return await ReplayAsync(words, workspace, ledger, cancellationToken);
        }

        using var roster = new Roster(workspace, terminal, TimeProvider.System) { AnswerBy = words.GetValue(answerBy) };
        var line = replies.Seeded(await roster.ChooseAsync(words.GetValue(models) ?? [], words.GetValue(endpoint), cancellationToken), words);
        if (line.Origin == Origin.Keys && workspace.Run.Budget is null)
        {
            workspace = workspace with { Run = workspace.Run with { Budget = Roster.UnaskedBudget } };
        }

        // The local models that run without a key read English only.
        var language = workspace.Language ?? (line.Origin == Origin.Local && workspace.Exams.Count == 0 ? Language.English : null);
        var papers = shared.ReadExams(words, workspace, language);
        var candidates = await roster.OpenAsync(line, cancellationToken);
        Explain(line.Origin, candidates);
        replies.TellOfSeeds(line, candidates);
        workspace = workspace with { Run = await judges.AdjustAsync(workspace.Run, words, words.GetValue(endpoint), roster, cancellationToken) };
        using var desk = new Desk(workspace, terminal, TimeProvider.System);
        return await desk.ExamineAsync([.. papers.Select(paper => new Examination(paper, candidates))], shared.Posting(words, workspace), words.GetValue(shared.Json), cancellationToken);
    }

    private async Task<int> ReplayAsync(ParseResult words, Workspace workspace, string file, CancellationToken cancellationToken)
    {
        await using var kept = SqliteLedger.OpenToRead(file);
        using var roster = new Roster(workspace, terminal, TimeProvider.System) { IsReplay = true };
        string[] names = words.GetValue(models) is { Length: > 0 } named ? named : [.. workspace.Models.Select(model => model.Name)];
        var exams = shared.ReadExams(words, workspace, workspace.Language, everyLanguage: true);
        var examinations = await Replays.FindAsync(kept, exams, names, cancellationToken) is { Count: > 0 } sat
            ? sat
            : await Replays.FindRenamedAsync(kept, exams.DistinctBy(exam => exam.Id), names, cancellationToken);
        if (examinations.Count == 0)
        {
            throw new BadInputException(new(
                $"{file} holds no replies of {(names.Length > 0 ? string.Join(", ", names) : "any model")} to these exams.",
                $"{file} 中没有{(names.Length > 0 ? string.Join("、", names) : "任何模型")}对这些题库的回复。"));
        }

        var run = await judges.AdjustAsync(workspace.Run with { Replay = kept, Budget = null }, words, words.GetValue(endpoint), roster, cancellationToken);
        using var desk = new Desk(workspace with { Run = run }, terminal, TimeProvider.System);
        return await desk.ExamineAsync(examinations, shared.Posting(words, workspace), words.GetValue(shared.Json), cancellationToken);
    }

    private Workspace Adjust(Workspace workspace, ParseResult words)
    {
        var run = workspace.Run;
        return workspace with
        {
            Language = shared.Language(words) ?? workspace.Language,
            Run = replies.Adjust(run, words) with
            {
                Limit = words.GetResult(limit) is null ? run.Limit : words.GetValue(limit),
                Concurrency = words.GetResult(concurrency) is null ? run.Concurrency : words.GetValue(concurrency),
                Budget = words.GetResult(budget) is null ? run.Budget : words.GetValue(budget),
                AllowUnknownPrice = run.AllowUnknownPrice || words.GetValue(allowUnknownPrice),
            },
        };
    }

    private void Explain(Origin origin, IReadOnlyList<Candidate> candidates)
    {
        var names = string.Join(", ", candidates.Select(candidate => candidate.Examinee.Model.Name));
        var why = origin switch
        {
            Origin.Named => (Phrase?)null,
            Origin.Keys => new(
                $"No model was named; the keys found offer: {names}. At most ¥{Roster.UnaskedBudget} is spent unless --budget says otherwise.",
                $"未指定模型；按已有密钥选用：{names}。除非用 --budget 另行指定，最多花费 {Roster.UnaskedBudget} 元。"),
            Origin.Local => new(
                $"No model was named and no key found; examining models that run on this machine: {names}.",
                $"未指定模型，也没有找到密钥；将考本机内运行的模型：{names}。"),
        };
        if (why is { } phrase)
        {
            terminal.Tell(phrase);
        }
    }
}
