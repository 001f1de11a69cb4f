using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang run</c>: examines models and posts the boards.</summary>
internal sealed class RunVerb
{
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly RunOptions options;
    private readonly Option<bool> spendUpToBudget;
    private readonly Option<bool> allowUnknownPrice;
    private readonly Option<string> log;
    private readonly Option<string> cluster;

    private RunVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        options = new RunOptions(terminal, shared);
        spendUpToBudget = terminal.Option<bool>(
            "--spend-up-to-budget",
            "Begin although the plan is likely to exceed the budget, and stop when it is spent.",
            "即使预计会超出预算也开始，花到预算为止。");
        allowUnknownPrice = terminal.Option<bool>(
            "--allow-unknown-price",
            "Ask models without a known price although a budget is set.",
            "即使设了预算，也考价格未知的模型。");
        log = terminal.Option<string>(
            "--log", "A file that events are logged to, one JSON object a line.", "把运行中的事件记入此文件，每行一个 JSON 对象。");
        cluster = terminal.Option<string>(
            "--cluster",
            "Have the silos of a cluster ask (docs/cluster.md): their database, \"Host=…;Database=…;Username=…\" (default: the workspace's ledger); its password in JINBANG_LEDGER_PASSWORD.",
            "由集群的各台机器提问（见 docs/cluster.zh-CN.md）：其数据库 \"Host=…;Database=…;Username=…\"（默认为工作区的账本），密码放在 JINBANG_LEDGER_PASSWORD。");
        cluster.Arity = ArgumentArity.ZeroOrOne;
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new RunVerb(terminal);
        var command = terminal.Command(
            "run",
            "Examine models and post the board. Asks only what is not yet answered.",
            "考模型并张榜。只问还没有答过的题。",
            [
                .. verb.options.All, verb.options.Replies.NoReuse, verb.options.Replies.Replay, .. verb.options.Batches.All, verb.spendUpToBudget, verb.allowUnknownPrice,
                verb.log, verb.cluster, verb.shared.Output, verb.shared.Edition, .. verb.shared.Look.All, verb.shared.Json,
            ]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var file = words.GetValue(options.Replies.Replay);
        await using var replayed = file is null ? null : SqliteLedger.OpenToRead(file);
        using var session = replayed is null
            ? await options.ReadAsync(words, cancellationToken)
            : await options.ReplayAsync(words, replayed, file!, cancellationToken);
        using var telemetry = TelemetryExport.Start(Surroundings.Variables());
        using var logFile = OpenLog(words.GetValue(log), session.Workspace);
        var run = options.Batches.Adjust(session.Workspace.Run, words);
        var workspace = session.Workspace with
        {
            Run = run with
            {
                SpendUpToBudget = run.SpendUpToBudget || words.GetValue(spendUpToBudget),
                AllowUnknownPrice = run.AllowUnknownPrice || words.GetValue(allowUnknownPrice),
                Log = logFile?.Runs ?? run.Log,
            },
        };
        return await ExamineAsync(session with { Workspace = workspace }, words, cancellationToken);
    }

    private async Task<int> ExamineAsync(ExamSession session, ParseResult words, CancellationToken cancellationToken)
    {
        var asJson = words.GetValue(shared.Json);
        if (words.GetResult(cluster) is not null)
        {
            var ledger = words.GetValue(cluster) is { } address ? Surroundings.Ledger(address, session.Workspace.Folder) : session.Workspace.LedgerElsewhere;
            var office = new ClusterDesk(session.Workspace with { LedgerElsewhere = ledger }, terminal, TimeProvider.System);
            return await office.ExamineAsync(session, shared.Posting(words, session.Workspace), asJson, cancellationToken);
        }

        using var desk = new Desk(session.Workspace, terminal, TimeProvider.System);
        return await desk.ExamineAsync(session, shared.Posting(words, session.Workspace), asJson, cancellationToken);
    }

    private static LogFile? OpenLog(string? told, Workspace workspace) =>
        (told ?? (workspace.Log is { } named ? workspace.Locate(named) : null)) is { } path ? LogFile.Open(path) : null;
}
