using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Runs.Prices;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang reprice</c>: computes kept costs anew from the tokens, and shows what moves.</summary>
internal sealed class RepriceVerb
{
    private readonly Terminal terminal;
    private readonly Option<DateOnly?> asOf;
    private readonly Option<string> catalogue;
    private readonly Option<bool> all;
    private readonly Option<bool> dryRun;
    private readonly Option<bool> json;

    private RepriceVerb(Terminal terminal)
    {
        this.terminal = terminal;
        asOf = terminal.Option<DateOnly?>(
            "--as-of",
            "By the prices of that day, such as 2025-09-10 (default: the newest).",
            "按哪一天的价格，如 2025-09-10（默认按最新价格）。");
        catalogue = terminal.Option<string>(
            "--catalogue",
            "By the prices of this file (default: that of jinbang.yaml).",
            "按哪个价目文件（默认用 jinbang.yaml 中的）。");
        all = terminal.Option<bool>(
            "--all",
            "Compute also the costs that providers told.",
            "连服务商告知的花费也重新计算。");
        dryRun = terminal.Option<bool>(
            "--dry-run", "Show what would move and leave the ledger as it is.", "只显示会有哪些变化，不改动账本。");
        json = terminal.Option<bool>("--json", "Print the moves as JSON, for scripts.", "以 JSON 输出变化，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new RepriceVerb(terminal);
        var command = terminal.Command(
            "reprice",
            "Compute kept costs anew from their tokens by other prices, asking nobody.",
            "用别的价格按 token 重新计算已有花费，不调用任何模型。",
            verb.asOf, verb.catalogue, verb.all, verb.dryRun, verb.json);
        command.SetAction(verb.RepriceAsync);
        return command;
    }

    private async Task<int> RepriceAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = new SharedOptions(terminal).Workspace(words);
        if (words.GetValue(catalogue) is { } file)
        {
            // The option is seen from where the program runs, the workspace's from its folder; here they are the same.
            workspace = workspace with { Catalogue = file };
        }

        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        var isTrial = words.GetValue(dryRun);
        using var roster = new Roster(workspace, terminal.Tell, TimeProvider.System);
        using var hold = isTrial ? null : LedgerLock.Take(workspace);
        await using var ledger = workspace.Ledger.Open();
        var moves = await new Repricing(ledger, isTrial, words.GetValue(all))
            .RunAsync((name, provider) => roster.Price(name, provider, words.GetValue(asOf))?.InYuan(), cancellationToken);
        Show(new(isTrial, moves), words.GetValue(json));
        return ExitCode.Done;
    }

    private void Show(RepriceSummary summary, bool asJson)
    {
        if (asJson)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
            return;
        }

        terminal.Out.Write(RepriceTable.Of(summary, terminal.Language));
        terminal.Tell(summary.DryRun
            ? new("Nothing was changed: this was a dry run.", "未作任何改动：这只是演练。")
            : new("`jinbang board` posts the boards with these costs.", "运行 `jinbang board` 可按新花费重新张榜。"));
    }
}
