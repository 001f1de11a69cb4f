namespace Jinbang.Web.Selecting;

/// <summary>The first model less another one, question by question.</summary>
/// <param name="Points">The difference in points of a hundred.</param>
/// <param name="Low">The least that it may be in truth, 95 %; null when unknown.</param>
/// <param name="High">The most.</param>
/// <param name="MoreQuestions">How many more such questions would tell the two apart; null when they are equal.</param>
internal sealed record Duel(double Points, double? Low, double? High, long? MoreQuestions);
