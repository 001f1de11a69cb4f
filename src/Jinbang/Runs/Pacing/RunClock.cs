namespace Jinbang.Runs.Pacing;

/// <summary>Seconds since the pacing began, so that limits can be reckoned in plain numbers.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    public double Now => At(time.GetTimestamp());

    public double At(long timestamp) => time.GetElapsedTime(start, timestamp).TotalSeconds;

    /// <summary>A timer that is not set yet.</summary>
    public ITimer Timer(Action ring) =>
        time.CreateTimer(static ring => ((Action)ring!)(), ring, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
