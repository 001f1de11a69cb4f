namespace Jinbang.Cluster.Pacing;

/// <summary>The answer to what was told.</summary>
internal sealed record Granted
{
    /// <summary>How late a pass may be used. Less than the second that a silo which lost its place stops before others take it.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether the desk does not know the silo and took nothing: it must be told everything.</summary>
    public bool IsStrange { get; init; }

    /// <summary>Calls that may begin.</summary>
    public IReadOnlyList<GrantedPass> Passes { get; init; } = [];

    /// <summary>How long the question lay at the desk: a pass ends with its validity after this time from the sending.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>How it stands with the models that were named.</summary>
    public IReadOnlyList<LaneView> Lanes { get; init; } = [];
}
