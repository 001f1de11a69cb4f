namespace Jinbang.Cli.Summaries;

/// <summary>The editions that were published.</summary>
/// <param name="Editions">The editions, the newest first.</param>
internal sealed record EditionSummary(IReadOnlyList<EditionLine> Editions);
