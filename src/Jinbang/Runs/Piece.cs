namespace Jinbang.Runs;

/// <summary>Something that is to be done of a sitting.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Kept">The attempt with its reply when judges are to grade that; null when it is to be asked.</param>
internal sealed record Piece(Attempt Attempt, LedgerEntry? Kept);
