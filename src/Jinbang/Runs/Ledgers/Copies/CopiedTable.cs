namespace Jinbang.Runs.Ledgers.Copies;

/// <summary>A table that was copied, and read again where it is now.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sum">SHA-256 of its rows: equal for equal tables, whatever database keeps them.</param>
public sealed record CopiedTable(string Name, long Rows, string Sum);
