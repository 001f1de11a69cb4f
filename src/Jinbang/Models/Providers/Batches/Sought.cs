namespace Jinbang.Models.Providers.Batches;

/// <summary>What looking for a batch at the provider came to.</summary>
/// <param name="Id">The provider's id of it; null when it was not found.</param>
/// <param name="IsUndecided">Whether it may be one of those there that cannot be told apart yet; then it must be looked for again later.</param>
public readonly record struct Sought(string? Id, bool IsUndecided = false);
