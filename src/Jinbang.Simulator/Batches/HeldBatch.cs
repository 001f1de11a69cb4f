namespace Jinbang.Simulator.Batches;

/// <summary>A batch that was taken.</summary>
/// <param name="Id">What the provider calls it.</param>
/// <param name="Created">When it was taken.</param>
/// <param name="Lines">What came of its requests, to be told once its time is over.</param>
internal sealed record HeldBatch(string Id, DateTimeOffset Created, IReadOnlyList<AnsweredLine> Lines)
{
    /// <summary>The file that its requests came in; null when they came with the batch.</summary>
    public string? File { get; init; }

    /// <summary>The marks it was given, as JSON.</summary>
    public string Metadata { get; init; } = "null";

    /// <summary>Requests that were answered.</summary>
    public IEnumerable<AnsweredLine> Succeeded => Lines.Where(line => line.Status is >= 200 and < 300);

    /// <summary>Requests that were not.</summary>
    public IEnumerable<AnsweredLine> Failed => Lines.Where(line => line.Status is not (>= 200 and < 300));
}
