using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>A model that a run examines.</summary>
/// <param name="Examinee">The model, ready to be asked.</param>
/// <param name="Rate">Its price in yuan; null when unknown, and then its cost is unknown, never nothing.</param>
public sealed record Candidate(Examinee Examinee, Rate? Rate)
{
    /// <summary>Whether nobody bills its calls.</summary>
    public bool IsFree => Rate is { IsFree: true };

    /// <summary>The sitting that is replayed, whose repeats and edition count instead of the run's; null when it is asked.</summary>
    public SittingEntry? Replayed { get; init; }
}
