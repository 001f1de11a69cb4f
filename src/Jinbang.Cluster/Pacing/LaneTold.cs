using Jinbang.Models;

namespace Jinbang.Cluster.Pacing;

/// <summary>What a silo has to tell and to ask of one model.</summary>
/// <param name="Model">The model's name at its provider.</param>
/// <param name="Limits">How fast it may be asked, as far as the silo's user said.</param>
/// <param name="Concurrency">Most calls under way to it; null when that is to be found out.</param>
internal sealed record LaneTold(string Model, PaceLimits Limits, int? Concurrency)
{
    /// <summary>Calls under way; empty unless everything is told.</summary>
    public IReadOnlyList<CallUnderWay> UnderWay { get; init; } = [];

    /// <summary>Calls that ended.</summary>
    public IReadOnlyList<EndedCall> Ended { get; init; } = [];

    /// <summary>What answers' heads said.</summary>
    public IReadOnlyList<HeardNotice> Heard { get; init; } = [];

    /// <summary>Calls that wait, the first of them.</summary>
    public IReadOnlyList<WaitingCall> Waiting { get; init; } = [];
}
