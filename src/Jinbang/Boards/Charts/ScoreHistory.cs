namespace Jinbang.Boards.Charts;

/// <summary>How accuracies moved from edition to edition.</summary>
/// <param name="Title">The exam's or the board's name.</param>
/// <param name="Language">The language of the picture.</param>
/// <param name="Editions">The editions' names, oldest first.</param>
/// <param name="Lines">The models, in the order in which they matter.</param>
public sealed record ScoreHistory(string Title, Language Language, IReadOnlyList<string> Editions, IReadOnlyList<ScoreLine> Lines);
