namespace Jinbang.Models.Providers.Batches;

/// <summary>A batch as its provider sees it.</summary>
/// <param name="Id">The provider's id of it.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Done">Requests that are answered or have failed.</param>
public sealed record BatchState(string Id, BatchStage Stage, int Done)
{
    /// <summary>What the provider says of a batch that it rejected, without the key; null when it says nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Where its results are, as paths below the endpoint.</summary>
    internal IReadOnlyList<string> Results { get; init; } = [];
}
