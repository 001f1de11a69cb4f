namespace Jinbang.Boards;

/// <summary>What was written of a board.</summary>
/// <param name="Paths">The files, the page first.</param>
/// <param name="LeftOut">Why a file is missing; empty when none is.</param>
public sealed record BoardFiles(IReadOnlyList<string> Paths, IReadOnlyList<Phrase> LeftOut);
