namespace Jinbang.Cli.Summaries;

/// <summary>The audit trail of marks.</summary>
/// <param name="Marks">All that was said, the first first.</param>
internal sealed record MarkSummary(IReadOnlyList<MarkLine> Marks);
