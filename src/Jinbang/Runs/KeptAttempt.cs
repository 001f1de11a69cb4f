namespace Jinbang.Runs;

/// <summary>That the ledger has an attempt, without what it brought.</summary>
/// <param name="Key">The attempt's key.</param>
/// <param name="IsFailed">Whether it ended without a reply.</param>
public readonly record struct KeptAttempt(string Key, bool IsFailed);
