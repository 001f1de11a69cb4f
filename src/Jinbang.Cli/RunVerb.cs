using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Cli;

/// <summary><c>jinbang run</c>: examines models and posts the boards.</summary>
internal static class RunVerb
{
    public static Command Build(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        var options = new RunOptions(terminal, shared);
        var spendUpToBudget = terminal.Option<bool>(
            "--spend-up-to-budget",
            "Begin although the plan is likely to exceed the budget, and stop when it is spent.",
            "即使预计会超出预算也开始，花到预算为止。");
        var allowUnknownPrice = terminal.Option<bool>(
            "--allow-unknown-price",
            "Ask models without a known price although a budget is set.",
            "即使设了预算，也考价格未知的模型。");
        var log = terminal.Option<string>(
            "--log", "A file that events are logged to, one JSON object a line.", "把运行中的事件记入此文件，每行一个 JSON 对象。");
        var command = terminal.Command(
            "run",
            "Examine models and post the board. Asks only what is not yet answered.",
            "考模型并张榜。只问还没有答过的题。",
            [.. options.All, options.Replies.NoReuse, options.Replies.Replay, spendUpToBudget, allowUnknownPrice, log, shared.Output, shared.Edition, shared.Json]);
        command.SetAction(async (words, cancellationToken) =>
        {
            await using var replayed = words.GetValue(options.Replies.Replay) is { } file ? SqliteLedger.OpenToRead(file) : null;
            using var session = replayed is null
                ? await options.ReadAsync(words, cancellationToken)
                : await options.ReplayAsync(words, replayed, words.GetValue(options.Replies.Replay)!, cancellationToken);
            using var telemetry = TelemetryExport.Start(Surroundings.Variables());
            using var logFile = OpenLog(words.GetValue(log), session.Workspace);
            var run = session.Workspace.Run;
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
            return await desk.ExamineAsync(
                session, shared.Posting(words, workspace), words.GetValue(shared.Json), cancellationToken);
        });
        return command;
    }

    private static LogFile? OpenLog(string? told, Workspace workspace) =>
        (told ?? (workspace.Log is { } named ? workspace.Locate(named) : null)) is { } path ? LogFile.Open(path) : null;
}
