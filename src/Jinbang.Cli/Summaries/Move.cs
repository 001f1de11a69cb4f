namespace Jinbang.Cli.Summaries;

/// <summary>How one model moves on a board.</summary>
/// <param name="Model">Its name.</param>
/// <param name="AccuracyBefore">By the kept grades, 0 to 1; null when nothing was graded.</param>
/// <param name="AccuracyAfter">By the present reader and keys.</param>
/// <param name="RankBefore">By the kept grades, from 1.</param>
/// <param name="RankAfter">By the present reader and keys.</param>
internal sealed record Move(string Model, double? AccuracyBefore, double? AccuracyAfter, int RankBefore, int RankAfter);
