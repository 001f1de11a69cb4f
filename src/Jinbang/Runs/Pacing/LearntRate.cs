namespace Jinbang.Runs.Pacing;

/// <summary>Finds how many requests a second a provider takes that refuses some and does not say what it allows.
/// Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
/// <remarks>
/// A refusal means that the provider's bucket is empty, so what is let in between two refusals is what it fills with.
/// Until the second refusal the speed so far is a guess that grows fast; after it the measured speed grows slowly, and
/// faster the longer nothing is refused (as CUBIC does for TCP), since limits change. What the provider's bucket gains
/// during a pause may be taken at once. A refusal before anything was accepted, or at no more than a speed that was taken
/// before and after few calls, says nothing of the speed: such a provider has other reasons, and slowing down for each would end in standing still.
/// </remarks>
internal sealed class LearntRate
{
    private const double Slowest = 0.5;
    private const double GuessGrowth = 0.3;
    private const double MeasuredGrowth = 0.002;
    private const double ShortestMeasure = 0.5;
    private const double Caution = 0.99;
    private const double Tolerance = 1.01;
    private const int Few = 20;

    private Bucket? pace;
    private double? since;
    private double span;
    private double grownAt;
    private bool isMeasured;
    private bool saysNothing;
    private double safe;
    private int taken;
    private int takenBefore;
    private double before;

    /// <summary>Requests a second at present; null while nothing was refused.</summary>
    public double? PerSecond => pace?.PerSecond;

    public double ReadyAt(double now)
    {
        if (pace is null)
        {
            return now;
        }

        Grow(now);
        return pace.ReadyAt(1, now);
    }

    public void Take(double now)
    {
        since ??= now;
        taken++;
        pace?.Take(1, now);
    }

    /// <summary>Learns from a refusal.</summary>
    /// <param name="isNews">Whether the call began after the last refusal was heard of.</param>
    /// <param name="now">The time.</param>
    /// <param name="pause">Seconds until the next call.</param>
    public void Refuse(bool isNews, double now, double pause)
    {
        saysNothing = isNews ? SaysNothing() : saysNothing;
        if (saysNothing)
        {
            return;
        }

        if (isNews)
        {
            isMeasured = pace is not null;
            before = pace?.PerSecond ?? double.PositiveInfinity;
            span = now - (since ?? now) + (isMeasured ? 0 : Math.Max(pause, ShortestMeasure));
            (takenBefore, taken, since, grownAt) = (taken, 0, now, now + pause);
        }

        takenBefore--;
        Measure(now);
        pace!.Limit(0, now);
        safe = pace.PerSecond;
    }

    private bool SaysNothing() => pace is null ? taken <= 1 : isMeasured && taken <= Few && pace.PerSecond <= safe * Tolerance;

    private void Measure(double now)
    {
        if (pace is null)
        {
            pace = new Bucket(Math.Max(Slowest, takenBefore / span), Math.Max(1, takenBefore), now);
        }
        else if (takenBefore > 0)
        {
            var measured = span >= ShortestMeasure ? takenBefore / span : before * 0.7;
            pace.Change(Math.Max(Slowest, Math.Min(measured, before) * Caution), isMeasured ? pace.Size : takenBefore, now);
        }
    }

    private void Grow(double now)
    {
        var passed = now - grownAt;
        if (pace is null || passed <= 0)
        {
            return;
        }

        var growth = isMeasured ? Math.Min(GuessGrowth, MeasuredGrowth * (now - (since ?? now))) : GuessGrowth;
        pace.Change(pace.PerSecond * (1 + (growth * passed)), pace.Size, now);
        grownAt = now;
    }
}
