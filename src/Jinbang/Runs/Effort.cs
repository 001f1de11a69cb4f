using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>What is done to get one reply: how often it was tried, how long it took, and whether to go on.</summary>
/// <param name="settings">How often and how patiently a call is repeated.</param>
/// <param name="time">The clock.</param>
internal sealed class Effort(RetrySettings settings, TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private TimeSpan queued;
    private long calledAt;
    private int calls;
    private int failures;
    private long? refusedAt;

    /// <summary>Calls made.</summary>
    public int Calls => calls;

    /// <summary>A call begins.</summary>
    /// <param name="askedAt">When leave for it was asked for.</param>
    public void Begin(long askedAt)
    {
        calledAt = time.GetTimestamp();
        queued += time.GetElapsedTime(askedAt, calledAt);
        calls++;
    }

    /// <summary>A call brought no reply.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="isProbe">Whether it only tried if a failing model answers again.</param>
    /// <param name="jitter">A random number from 0 to 1.</param>
    /// <returns>How long to wait before the next call, the lane's own pauses aside; null when none is worth making.</returns>
    public TimeSpan? Fail(ProviderException fault, bool isProbe, double jitter)
    {
        if (fault.Kind == FaultKind.RateLimited)
        {
            refusedAt ??= calledAt;
            return time.GetElapsedTime(refusedAt.Value) < settings.LongestRefused ? TimeSpan.Zero : null;
        }

        refusedAt = null;
        if (isProbe)
        {
            return TimeSpan.Zero;
        }

        return fault.IsPassing && failures++ < settings.Most && time.GetElapsedTime(start) < settings.LongestTrying
            ? Delay(jitter)
            : null;
    }

    /// <summary>The reply with what it took to get it.</summary>
    public Reply Complete(Reply reply)
    {
        var ended = time.GetTimestamp();
        var call = time.GetElapsedTime(calledAt, ended);
        var elapsed = reply.Elapsed ?? call;
        var waited = queued + call - elapsed;
        return reply with { Retries = calls - 1, Waited = waited, BackedOff = time.GetElapsedTime(start, ended) - waited - elapsed };
    }

    /// <summary>What is kept when no reply was had.</summary>
    public Reply GiveUp(ProviderException fault) => Reply.Failed(fault) with
    {
        Retries = calls - 1,
        Waited = queued,
        BackedOff = time.GetElapsedTime(start) - queued,
    };

    private TimeSpan Delay(double jitter)
    {
        var delay = settings.FirstDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return (delay < settings.LongestDelay ? delay : settings.LongestDelay) * ((1 + jitter) / 2);
    }
}
