using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Planning;

namespace Jinbang.Cli;

/// <summary><c>jinbang plan</c>: says what <c>jinbang run</c> would take, asking nobody.</summary>
internal static class PlanVerb
{
    public static Command Build(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        var options = new RunOptions(terminal, shared);
        var json = terminal.Option<bool>("--json", "Print the plan as JSON, for scripts.", "以 JSON 输出计划，供脚本使用。");
        var command = terminal.Command(
            "plan",
            "Say what a run with the same options would ask, cost and take, asking nobody.",
            "预估同样选项的 run 要问多少、花多少、用多久，不调用任何模型。",
            [.. options.All, json]);
        command.SetAction(async (words, cancellationToken) =>
        {
            using var session = await options.ReadAsync(words, cancellationToken);
            await using var ledger = session.Workspace.Ledger.Open();
            // That a price is unknown is part of what a plan has to say.
            var settings = session.Workspace.Run with { AllowUnknownPrice = true };
            var runs = await session.PrepareAsync(ledger, settings, new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, cancellationToken);
            var plan = await new Planner(ledger).PlanAsync(runs, cancellationToken);
            var summary = PlanSummary.Of(plan, runs[0].Budget, settings);
            if (words.GetValue(json))
            {
                terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
            }
            else
            {
                terminal.Out.Write(PlanTable.Of(summary, terminal.Language));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
