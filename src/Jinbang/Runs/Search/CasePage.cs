namespace Jinbang.Runs.Search;

/// <summary>Which part of what a search finds; it stays the same while replies are added.</summary>
/// <param name="Size">How many replies at most.</param>
public sealed record CasePage(int Size)
{
    /// <summary>The number of the reply that those wanted came before; null for the latest.</summary>
    public long? Before { get; init; }

    /// <summary>The number of the reply that those wanted came after.</summary>
    public long? After { get; init; }
}
