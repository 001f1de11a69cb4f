namespace Jinbang.Models;

/// <summary>What the cheapest possible call to a model has shown.</summary>
/// <param name="Key">What it has shown of the key.</param>
public sealed record ProbeResult(KeyState Key)
{
    /// <summary>The reply; null when none came.</summary>
    public Reply? Reply { get; init; }

    /// <summary>What is wrong and what to do; null when a reply came.</summary>
    public Phrase? Problem { get; init; }
}
