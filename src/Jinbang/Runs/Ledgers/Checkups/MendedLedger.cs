namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>What was saved of a damaged ledger.</summary>
/// <param name="Path">The new file.</param>
/// <param name="Sittings">Sittings saved.</param>
/// <param name="Attempts">Attempts saved.</param>
/// <param name="Judgements">Judgements saved.</param>
/// <param name="LeftOut">Rows that could be read but hold no sense.</param>
/// <param name="Holes">Places where reading broke off; what stood there is lost.</param>
public sealed record MendedLedger(string Path, int Sittings, int Attempts, int Judgements, int LeftOut, int Holes);
