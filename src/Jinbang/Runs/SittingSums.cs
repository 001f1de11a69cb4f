using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>The sums of a sitting, kept up to date beside its attempts, so that no board need read them all.</summary>
/// <param name="Mark">Identifies the questions, keys, rules, reader and repeats that they were counted by.</param>
/// <param name="Tally">The sums.</param>
public sealed record SittingSums(string Mark, Tally Tally);
