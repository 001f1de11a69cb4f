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
                verb.log, verb.shared.Output, verb.shared.Edition, .. verb.shared.Look.All, verb.shared.Json,
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
        using var desk = new Desk(workspace, terminal, TimeProvider.System);
        return await desk.ExamineAsync(session, shared.Posting(words, workspace), words.GetValue(shared.Json), cancellationToken);
    }

    private static LogFile? OpenLog(string? told, Workspace workspace) =>
        (told ?? (workspace.Log is { } named ? workspace.Locate(named) : null)) is { } path ? LogFile.Open(path) : null;
}
