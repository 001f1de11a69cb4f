using Jinbang.Grading.Sheets;

namespace Jinbang.Runs;

/// <summary>A sitting's results without replies, kept in few bytes beside its attempts, so that no board need read them all.</summary>
/// <param name="Mark">Identifies the questions, keys, rules, reader and repeats that they were graded by, and the questions' order.</param>
/// <param name="Sheet">The results.</param>
public sealed record SittingSheet(string Mark, ScoreSheet Sheet);
