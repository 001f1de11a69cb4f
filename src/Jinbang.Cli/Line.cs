using Jinbang.Runs;

namespace Jinbang.Cli;

/// <summary>The models that stand in line to be examined.</summary>
/// <param name="Candidates">The models.</param>
/// <param name="Origin">Why it is these.</param>
internal sealed record Line(IReadOnlyList<Candidate> Candidates, Origin Origin);
