namespace Jinbang.Runs.Pacing;

/// <summary>Holds a model's calls after a refusal for its rate limits: as long as the provider asks, else longer each time
/// nothing came of it. Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
internal sealed class Refusals(PaceSettings settings)
{
    private double pause;
    private double? since;
    private double lastAt = double.NegativeInfinity;

    /// <summary>Calls refused so far.</summary>
    public int Count { get; private set; }

    /// <summary>When calls go on; 0 when they were never held.</summary>
    public double HeldUntil { get; private set; }

    /// <summary>Counts a refusal and holds the calls.</summary>
    /// <param name="beganAt">When the refused call began.</param>
    /// <param name="asked">How long the provider asks to wait; null when it does not say.</param>
    /// <param name="isToldWhen">Whether what the provider says of its limits already keeps the calls back.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether it tells something new: a call that began before the last refusal was heard of does not.</returns>
    public bool Refuse(double beganAt, TimeSpan? asked, bool isToldWhen, double now)
    {
        Count++;
        Hold(asked, now);
        if (beganAt < lastAt)
        {
            return false;
        }

        (lastAt, since) = (now, since ?? now);
        if (asked is null && !isToldWhen)
        {
            pause = Math.Min(Math.Max(pause * 2, settings.FirstPause.TotalSeconds), settings.LongestPause.TotalSeconds);
            Hold(TimeSpan.FromSeconds(pause), now);
        }

        return true;
    }

    /// <summary>Holds the calls for as long as was asked.</summary>
    public void Hold(TimeSpan? asked, double now) => HeldUntil = Math.Max(HeldUntil, now + (asked ?? TimeSpan.Zero).TotalSeconds);

    /// <summary>A call was accepted.</summary>
    public void Accept() => (pause, since) = (0, null);

    /// <summary>Whether nothing is accepted for longer than anyone should wait.</summary>
    public bool IsHopeless(double now) =>
        Math.Max(HeldUntil - now, now - (since ?? now)) > settings.PatienceWithRefusals.TotalSeconds;
}
