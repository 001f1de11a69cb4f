using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>An attempt that nothing more is done about once it is in the ledger.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Graded">What counts in the sums.</param>
/// <param name="Backlog">What it was taken from.</param>
internal sealed record Finished(Attempt Attempt, GradedReply Graded, Backlog Backlog);
