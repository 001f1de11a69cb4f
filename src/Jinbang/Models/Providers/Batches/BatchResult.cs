namespace Jinbang.Models.Providers.Batches;

/// <summary>What became of one request of a batch.</summary>
/// <param name="Id">The request's id; null when the line could not be read.</param>
/// <param name="Status">The status that a single call would have had; 0 when the request was not carried out.</param>
/// <param name="Body">The body of the answer, or what the provider says of why there is none.</param>
public readonly record struct BatchResult(string? Id, int Status, ReadOnlyMemory<byte> Body);
