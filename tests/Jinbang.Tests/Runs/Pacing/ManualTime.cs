namespace Jinbang.Tests.Runs.Pacing;

/// <summary>A clock that stands until it is moved; its timers ring on the thread that moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public double Seconds => TimeSpan.FromTicks(ticks).TotalSeconds;

    public override long GetTimestamp() => ticks;

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        alarms.Add(alarm);
        return alarm;
    }

    /// <summary>Moves on, ringing what is due on the way.</summary>
    public void MoveTo(double seconds)
    {
        var end = TimeSpan.FromSeconds(seconds).Ticks;
        while (alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due) is { } next)
        {
            ticks = Math.Max(ticks, next.Due);
            next.Ring();
        }

        ticks = Math.Max(ticks, end);
    }

    private sealed class Alarm(ManualTime clock, Action ring) : ITimer
    {
        public long Due { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.ticks + dueTime.Ticks;
            return true;
        }

        public void Ring()
        {
            Due = long.MaxValue;
            ring();
        }

        public void Dispose() => clock.alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
