namespace Jinbang.Runs.Batches;

/// <summary>A batch whose results the ledger does not have yet.</summary>
/// <param name="Key">What we know it by.</param>
/// <param name="Sitting">The key of the sitting whose questions it asks.</param>
/// <param name="BegunAt">When it was about to be sent.</param>
/// <param name="Reserved">The most yuan that it can cost.</param>
/// <param name="Attempts">The keys of its attempts.</param>
public sealed record OpenBatch(string Key, string Sitting, DateTimeOffset BegunAt, decimal Reserved, IReadOnlyList<string> Attempts)
{
    /// <summary>The provider's id of it; null while it is not known whether it arrived there.</summary>
    public string? Remote { get; init; }

    /// <summary>What an attempt's request is known by at the provider.</summary>
    public string RequestId(string attempt) => $"{Key}-{attempt}";
}
