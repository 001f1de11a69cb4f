using Jinbang.Runs.Sharing;

namespace Jinbang.Web.Sharing;

/// <summary>For how long silos have stood still, by this program's clock: a beat is a count, and says nothing of when it was.</summary>
/// <param name="time">The clock.</param>
internal sealed class BeatWatch(TimeProvider time)
{
    /// <summary>Who lives beats within it, even if a beat is lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock turn = new();
    private Dictionary<long, Seen> seen = [];

    /// <summary>Takes a look.</summary>
    /// <param name="present">All who are there.</param>
    /// <returns>For each how long it has been quiet; null for who was not watched before for long enough to say.</returns>
    public IReadOnlyList<TimeSpan?> Look(IReadOnlyList<HolderSight> present)
    {
        var now = time.GetTimestamp();
        using var own = turn.EnterScope();
        seen = present.ToDictionary(holder => holder.Number, holder => Now(holder, now));
        return [.. present.Select(holder => Quiet(seen[holder.Number], now))];
    }

    private Seen Now(HolderSight holder, long now) =>
        !seen.TryGetValue(holder.Number, out var before) ? new(holder.Beat, now, HasBeaten: false)
        : before.Beat < holder.Beat ? new(holder.Beat, now, HasBeaten: true)
        : before;

    private TimeSpan? Quiet(Seen one, long now) => time.GetElapsedTime(one.Since, now) is var quiet && (one.HasBeaten || quiet >= Patience) ? quiet : null;

    private sealed record Seen(long Beat, long Since, bool HasBeaten);
}
