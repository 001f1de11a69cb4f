namespace Jinbang.Models.Providers.Batches;

/// <summary>One request of a batch.</summary>
/// <param name="Id">What its result is known by: at most 64 letters, digits, dashes.</param>
/// <param name="Body">The body that a single call would have.</param>
public readonly record struct BatchRequest(string Id, ReadOnlyMemory<byte> Body);
