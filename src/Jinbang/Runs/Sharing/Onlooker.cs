namespace Jinbang.Runs.Sharing;

/// <summary>Tells by their beats who is at work no longer.</summary>
/// <param name="time">The clock; no other machine's matters.</param>
internal sealed class Onlooker(TimeProvider time)
{
    private const int LooksInARow = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    private Dictionary<long, Sight> seen = [];

    /// <summary>Forgets what was seen: while nobody can look, nobody may be able to beat.</summary>
    public void Blink() => seen.Clear();

    /// <summary>Takes a look.</summary>
    /// <param name="present">All who are there, each with its beat.</param>
    /// <returns>Those who stood still for so long, in so many looks in a row, that they are to be removed.</returns>
    public IReadOnlyList<(long Number, long Beat)> Look(IEnumerable<(long Number, long Beat)> present)
    {
        var now = time.GetTimestamp();
        seen = present.ToDictionary(
            other => other.Number,
            other => seen.TryGetValue(other.Number, out var known) && known.Beat == other.Beat
                ? known with { Looks = known.Looks + 1 }
                : new Sight(other.Beat, 1, now));
        return [.. seen
            .Where(other => other.Value.Looks >= LooksInARow && time.GetElapsedTime(other.Value.Since, now) >= Longest)
            .Select(other => (other.Key, other.Value.Beat))];
    }

    private sealed record Sight(long Beat, int Looks, long Since);
}
