using Jinbang.Workspaces;

namespace Jinbang.Cli.Summaries;

/// <summary>A list of models.</summary>
/// <param name="Models">The models.</param>
/// <param name="Hidden">Models that fit but are not shown because nobody serves them any more.</param>
internal sealed record ModelSummary(IReadOnlyList<ModelLine> Models, int Hidden);
