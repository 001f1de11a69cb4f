namespace Jinbang.Runs.Logs.Matrices;

/// <summary>One item of a response matrix.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stratum">The part of the set that it belongs to, or null.</param>
/// <param name="Key">The right letters, where the matrix holds letters; null where it holds right and wrong.</param>
internal sealed record MatrixItem(string Id, string? Stratum, string? Key);
