using System.Collections.Frozen;
using System.CommandLine;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Workspaces;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Cli;

/// <summary>The options that say who sits which exams and how: what <c>run</c> does and <c>plan</c> foretells.</summary>
internal sealed class RunOptions
{
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly JudgeOptions judges;
    private readonly Option<string[]> models;
    private readonly Option<string> endpoint;
    private readonly Option<int> limit;
    private readonly Option<int> concurrency;
    private readonly Option<decimal> budget;
    private readonly Option<string[]> modelBudgets;
    private readonly Option<AnswerBy> answerBy;

    public RunOptions(Terminal terminal, SharedOptions shared)
    {
        this.terminal = terminal;
        this.shared = shared;
        judges = new JudgeOptions(terminal, shared);
        Replies = new ReplyOptions(terminal, shared);
        Batches = new BatchOptions(terminal);
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
        modelBudgets = terminal.Option<string[]>(
            "--model-budget",
            "Most yuan to spend on one model, as NAME=YUAN. May be repeated.",
            "单个模型最多花费多少元，写作 名字=元。可重复。");
        answerBy = terminal.Option<AnswerBy>(
            "--answer-by",
            "How GGUF models answer: text or likelihood of the options.",
            "GGUF 模型如何作答：text（生成文字）或 likelihood（选项似然）。");
        limit.Validators.Add(shared.AtLeastOne);
        concurrency.Validators.Add(shared.AtLeastOne);
    }

    /// <summary>Where replies come from.</summary>
    public ReplyOptions Replies { get; }

    /// <summary>Whether questions are asked in batches.</summary>
    public BatchOptions Batches { get; }

    public IReadOnlyList<Option> All =>
    [
        shared.Exams, models, endpoint, shared.ExamLanguage, Replies.Repeats, limit, Replies.Seed, concurrency, budget, modelBudgets, answerBy,
        judges.Names, judges.Sample, shared.LeaveOutBad,
    ];

    /// <summary>Makes ready what the command line, the workspace or the keys name.</summary>
    /// <exception cref="BadInputException">Something given cannot be used.</exception>
    public async Task<ExamSession> ReadAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = Adjust(shared.Workspace(words), words);
        var roster = new Roster(workspace, terminal.Tell, TimeProvider.System)
        {
            AnswerBy = words.GetValue(answerBy),
            InBatches = Batches.Wanted(words),
        };
        try
        {
            return await ReadAsync(words, workspace, roster, cancellationToken);
        }
        catch
        {
            roster.Dispose();
            throw;
        }
    }

    private async Task<ExamSession> ReadAsync(ParseResult words, Workspace workspace, Roster roster, CancellationToken cancellationToken)
    {
        var line = Replies.Seeded(await roster.ChooseAsync(words.GetValue(models) ?? [], words.GetValue(endpoint), cancellationToken), words);
        if (line.Origin == Origin.Keys && workspace.Run.Budget is null)
        {
            // Nobody asked for this cap, so nobody need be asked whether to spend up to it.
            workspace = workspace with { Run = workspace.Run with { Budget = Roster.UnaskedBudget, SpendUpToBudget = true } };
        }

        var (judging, sample) = judges.Choose(workspace.Run, words, words.GetValue(endpoint), roster);
        var order = new SessionOrder(workspace with { Run = workspace.Run with { JudgeSample = sample } }, line.Models, shared.ExamFiles(words, workspace))
        {
            Judges = judging,
            // The local models that run without a key read English only.
            Language = workspace.Language ?? (line.Origin == Origin.Local && workspace.Exams.Count == 0 ? Language.English : null),
            LeavesOutBad = words.GetValue(shared.LeaveOutBad),
            AnswerBy = words.GetValue(answerBy),
        };
        var session = await order.OpenAsync(roster, cancellationToken);
        var candidates = session.Examinations[0].Candidates;
        Explain(line.Origin, candidates);
        Replies.TellOfSeeds(line, candidates);
        ModelBudget.RefuseStrangers(words.GetValue(modelBudgets) ?? [], candidates.Concat(session.Workspace.Run.Judges));
        return session;
    }

    /// <summary>Makes ready what a ledger holds of the exams and models named, so that it can be examined again without asking.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="kept">The ledger.</param>
    /// <param name="file">Its file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">It holds nothing of them, or something given cannot be used.</exception>
    public async Task<ExamSession> ReplayAsync(ParseResult words, Ledger kept, string file, CancellationToken cancellationToken)
    {
        var workspace = Adjust(shared.Workspace(words), words);
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

        var roster = new Roster(workspace, terminal.Tell, TimeProvider.System) { IsReplay = true };
        var run = workspace.Run with { Replay = kept, Budget = null, ModelBudgets = FrozenDictionary<string, decimal>.Empty };
        var (judging, sample) = judges.Choose(run, words, words.GetValue(endpoint), roster);
        run = run with { Judges = await roster.OpenAsync(judging, cancellationToken), JudgeSample = sample };
        return new ExamSession(workspace with { Run = run }, examinations, roster);
    }

    private Workspace Adjust(Workspace workspace, ParseResult words)
    {
        var run = workspace.Run;
        return workspace with
        {
            Language = shared.Language(words) ?? workspace.Language,
            Run = Replies.Adjust(run, words) with
            {
                Limit = words.GetResult(limit) is null ? run.Limit : words.GetValue(limit),
                Concurrency = words.GetResult(concurrency) is null ? run.Concurrency : words.GetValue(concurrency),
                Budget = words.GetResult(budget) is null ? run.Budget : words.GetValue(budget),
                ModelBudgets = ModelBudget.Over(run.ModelBudgets, words.GetValue(modelBudgets) ?? []),
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
