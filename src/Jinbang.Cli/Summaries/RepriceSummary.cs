using Jinbang.Runs.Prices;

namespace Jinbang.Cli.Summaries;

/// <summary>What computing kept costs anew came to.</summary>
/// <param name="DryRun">Whether the ledger was left as it was.</param>
/// <param name="Models">One move a model, as examinee and as judge.</param>
internal sealed record RepriceSummary(bool DryRun, IReadOnlyList<CostMove> Models);
