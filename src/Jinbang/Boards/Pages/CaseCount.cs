namespace Jinbang.Boards.Pages;

/// <summary>How many bad cases there are of a kind.</summary>
/// <param name="Kind">The kind, in a word or two.</param>
/// <param name="Count">How many.</param>
public readonly record struct CaseCount(Phrase Kind, int Count);
