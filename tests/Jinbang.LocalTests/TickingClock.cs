namespace Jinbang.LocalTests;

/// <summary>A clock on which a second passes each time it is read, and which tells who wants to know.</summary>
internal sealed class TickingClock(Action<long>? onRead = null) : TimeProvider
{
    private long now;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp()
    {
        var reading = Interlocked.Increment(ref now);
        onRead?.Invoke(reading);
        return reading;
    }
}
