namespace Jinbang.Grading.Repeats;

/// <summary>The estimated share of questions of which at least one of k replies earns full points.</summary>
/// <param name="K">How many replies.</param>
/// <param name="Share">Weighted mean over the questions with at least k graded replies, 0 to 1; null without any.</param>
/// <param name="LeftOut">Questions with some, but fewer than k graded replies.</param>
public sealed record PassRate(int K, double? Share, int LeftOut);
