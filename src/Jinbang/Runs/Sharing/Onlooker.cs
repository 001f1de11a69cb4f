namespace Jinbang.Runs.Sharing;

/// <summary>Tells by their beats who is at work no longer.</summary>
/// <param name="time">The clock; no other machine's matters.</param>
internal sealed class Onlooker(TimeProvider time)
{
    private const int LooksInARow = 6;
    private const int LooksAfterALoss = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    // Who lives and was only disconnected has noticed and is back by then.
    private static readonly TimeSpan LongestAfterALoss = TimeSpan.FromSeconds(1);

    private Dictionary<long, Sight> seen = [];

    /// <summary>Forgets what was seen: while nobody can look, nobody may be able to beat.</summary>
    public void Blink() => seen.Clear();

    /// <summary>Takes a look.</summary>
    /// <param name="present">All who are there.</param>
    /// <returns>Those who stood still for so long, in so many looks in a row, that they are to be removed: sooner who was seen to lose its connection, as whoever is killed does.</returns>
    public IReadOnlyList<Sign> Look(IEnumerable<Sign> present)
    {
        var now = time.GetTimestamp();
        seen = present.ToDictionary(
            sign => sign.Number,
            sign => seen.TryGetValue(sign.Number, out var known) ? known.Then(sign, now) : new Sight(sign, 1, now, sign.IsConnected));
        return [.. seen.Values.Where(sight => IsOver(sight, time.GetElapsedTime(sight.Since, now))).Select(sight => sight.Last)];
    }

    private static bool IsOver(Sight sight, TimeSpan still) =>
        (sight.Looks >= LooksInARow && still >= Longest) || (sight.IsLost && sight.Looks >= LooksAfterALoss && still >= LongestAfterALoss);

    /// <param name="Last">What was seen last.</param>
    /// <param name="Looks">How often in a row with this beat.</param>
    /// <param name="Since">When first with this beat, a timestamp.</param>
    /// <param name="WasConnected">Whether it ever was seen connected.</param>
    private sealed record Sight(Sign Last, int Looks, long Since, bool WasConnected)
    {
        public bool IsLost => WasConnected && !Last.IsConnected;

        public Sight Then(Sign sign, long now) => sign.Beat == Last.Beat
            ? this with { Last = sign, Looks = Looks + 1, WasConnected = WasConnected || sign.IsConnected }
            : new Sight(sign, 1, now, WasConnected || sign.IsConnected);
    }
}
