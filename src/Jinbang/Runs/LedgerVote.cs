using Jinbang.Grading.Repeats;

namespace Jinbang.Runs;

/// <summary>One graded attempt without its reply.</summary>
/// <param name="Key">What the attempt is known by; <see cref="Attempt.Key"/>.</param>
/// <param name="Vote">What was read and what it is worth.</param>
public sealed record LedgerVote(string Key, Vote Vote);
