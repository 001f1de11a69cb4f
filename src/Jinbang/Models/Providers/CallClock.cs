namespace Jinbang.Models.Providers;

/// <summary>Ends one call when the caller cancels or when what it waits for takes too long, and knows which it was.</summary>
internal sealed class CallClock : IDisposable
{
    private readonly CallLimits limits;
    private readonly TimeProvider time;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration registration;
    private readonly long start;

    public CallClock(CallLimits limits, TimeProvider time, CancellationToken caller)
    {
        this.limits = limits;
        this.time = time;
        this.caller = caller;
        source = new CancellationTokenSource(limits.Whole, time);
        registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
        start = time.GetTimestamp();
        Limit = limits.Whole;
    }

    public CancellationToken Token => source.Token;

    /// <summary>What ran out, if anything did.</summary>
    public CallStage Stage { get; private set; }

    /// <summary>How long it was given.</summary>
    public TimeSpan Limit { get; private set; }

    public bool RanOut => source.IsCancellationRequested && !caller.IsCancellationRequested;

    public TimeSpan ConnectLimit => limits.Connect;

    /// <summary>Begins to wait for something, never beyond the end of the whole call.</summary>
    public void WaitFor(CallStage stage)
    {
        var limit = stage switch
        {
            CallStage.End => limits.Whole,
            CallStage.FirstToken => limits.FirstToken,
            CallStage.NextToken => limits.BetweenTokens,
        };
        var left = limits.Whole - time.GetElapsedTime(start);
        (Stage, Limit) = limit < left ? (stage, limit) : (CallStage.End, limits.Whole);
        source.CancelAfter(limit < left ? limit : left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void ThrowIfCallerCancelled() => caller.ThrowIfCancellationRequested();

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
