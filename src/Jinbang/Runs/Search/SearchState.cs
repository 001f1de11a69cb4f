namespace Jinbang.Runs.Search;

/// <summary>Up to where an index follows its ledger.</summary>
/// <param name="Attempt">The number of the last attempt that it has.</param>
/// <param name="Key">That attempt's key, by which another ledger in its place is noticed.</param>
/// <param name="Change">The last change to an attempt.</param>
/// <param name="Used">The last beginning of a sitting.</param>
internal sealed record SearchState(long Attempt, string Key, long Change, long Used);
