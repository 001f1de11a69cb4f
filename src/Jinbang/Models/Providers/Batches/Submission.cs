namespace Jinbang.Models.Providers.Batches;

/// <summary>A batch that is to be handed over, or perhaps was already.</summary>
/// <param name="Key">What we know it by, and find it again by at the provider.</param>
/// <param name="BegunAt">When it was first about to be sent.</param>
/// <param name="Count">How many requests it holds.</param>
/// <param name="Requests">Writes its requests, the same ones each time; the ids begin with the key.</param>
public sealed record Submission(string Key, DateTimeOffset BegunAt, int Count, Func<IEnumerable<BatchRequest>> Requests)
{
    /// <summary>The ids of batches at the provider that are known to be other ones.</summary>
    public IReadOnlySet<string> Others { get; init; } = new HashSet<string>();
}
