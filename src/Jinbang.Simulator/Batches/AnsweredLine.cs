namespace Jinbang.Simulator.Batches;

/// <summary>What came of one request of a batch.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Status">The status that a single call would have; 0 when it expired.</param>
/// <param name="Body">The body that a single call would have; empty when it expired.</param>
internal sealed record AnsweredLine(string Id, int Status, ReadOnlyMemory<byte> Body);
