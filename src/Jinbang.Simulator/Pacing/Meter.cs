namespace Jinbang.Simulator.Pacing;

/// <summary>Counts requests or tokens against what a minute allows. Not safe for threads.</summary>
/// <param name="perMinute">What a minute allows.</param>
/// <param name="burst">What may be taken at once after a rest.</param>
/// <param name="isWindow">Whether all comes back at once when a minute is over.</param>
/// <param name="time">The clock.</param>
internal sealed class Meter(int perMinute, int burst, bool isWindow, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly double perSecond = perMinute / 60.0;
    private double content = isWindow ? perMinute : burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Whether so much could be taken now.</summary>
    public bool Has(double amount)
    {
        var passed = time.GetElapsedTime(filledAt);
        if (!isWindow)
        {
            content = Math.Min(burst, content + (passed.TotalSeconds * perSecond));
            filledAt = time.GetTimestamp();
        }
        else if (passed >= Minute)
        {
            content = perMinute;
            filledAt = time.GetTimestamp();
        }

        return content >= amount;
    }

    public void Take(double amount) => content -= amount;

    /// <summary>What is to be said to a request for so much.</summary>
    public Allowance Say(double amount)
    {
        var left = Minute - time.GetElapsedTime(filledAt);
        return isWindow
            ? new(perMinute, Math.Max(0, content), left, left)
            : new(perMinute, Math.Max(0, content), Wait(amount - content), Wait(burst - content));
    }

    private TimeSpan Wait(double missing) => TimeSpan.FromSeconds(Math.Max(0, missing) / perSecond);
}
