using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>Keeps to a limit that the provider's answers tell of. Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
/// <remarks>
/// Headers give a limit, what remains and when all is there again, but neither the period nor whether the allowance comes
/// back bit by bit (a bucket) or all at once (a window). Until <see cref="AllowanceForm"/> knows, no more is taken before
/// the reset than remains: half of it at once, the rest at the limit's speed, so that what comes back can be seen.
/// </remarks>
internal sealed class ToldLimit
{
    private const double Minute = 60;
    private const double Caution = 0.99;

    private readonly Takings takings = new();
    private readonly AllowanceForm form = new();
    private Bucket? pace;
    private double limit;
    private double perSecond;
    private double largest;
    private double remaining;
    private double resetAt = double.NegativeInfinity;
    private AllowanceSight? group;
    private double heardOf = double.NegativeInfinity;

    /// <summary>Allowed a second in the long run; null when nothing was told.</summary>
    public double? PerSecond => pace is null ? null : perSecond;

    private double Whole => form.IsBucket is false ? limit : largest;

    /// <summary>When so much may be taken.</summary>
    public double ReadyAt(double amount, double now)
    {
        if (pace is null || form.IsBucket is true)
        {
            return pace?.ReadyAt(amount, now) ?? now;
        }

        if (now >= resetAt)
        {
            remaining = Math.Max(remaining, Whole);
            resetAt = now + (remaining / perSecond);
        }

        var paced = form.IsBucket is null ? pace.ReadyAt(amount, now) : now;
        return remaining >= Math.Min(amount, Whole) ? paced : Math.Max(paced, resetAt);
    }

    public void Take(double amount, double now)
    {
        takings.Add(amount, now);
        remaining -= amount;
        pace?.Take(amount, now);
    }

    /// <summary>Puts right what a call was thought to take.</summary>
    public void Correct(double excess, double now) => pace?.Take(excess, now);

    /// <summary>Hears what the head of an answer says.</summary>
    /// <param name="told">What it says, as it was when the call was let in; that is taken to be when it was sent.</param>
    /// <param name="sentAt">When the call was sent.</param>
    /// <param name="now">The time.</param>
    public void Hear(RateWindow told, double sentAt, double now)
    {
        if (sentAt < heardOf || takings.After(sentAt) is not { } since)
        {
            return;
        }

        var reset = sentAt + told.Reset.TotalSeconds;
        (limit, perSecond, heardOf) = (told.Limit, Speed(told), sentAt);
        largest = Math.Max(largest, told.Remaining + 1);
        var left = told.Remaining - since;
        pace ??= new Bucket(perSecond * Caution, Math.Max(1, left / 2), now);
        var sight = new AllowanceSight(sentAt, takings.Sum - since, told.Remaining, reset);
        if (group is { } seen && !seen.IsWith(sight))
        {
            form.Look(seen, limit, perSecond);
            if (form.IsBucket is true)
            {
                pace.Change(perSecond * Caution, Math.Max(1, largest - 1), now);
                pace.Raise(seen.Remaining - (takings.Sum - seen.Taken), now);
            }

            group = null;
        }

        group = group?.With(sight) ?? sight;
        pace.Change(perSecond * Caution, pace.Size, now);
        pace.Limit(left + (form.IsBucket is true ? (now - sentAt) * perSecond * Caution : 0), now);
        remaining = reset > resetAt + 1 ? left : Math.Min(remaining, left);
        resetAt = reset;
    }

    // A minute where the figures allow it, else what they say. After a call that was let in, a bucket lacks at least one,
    // and never more than the limit; a reset in whole seconds may look up to one later than it is.
    private static double Speed(RateWindow told)
    {
        var (aMinute, used, seconds) = (told.Limit / Minute, told.Limit - told.Remaining, told.Reset.TotalSeconds);
        var isMinute = told.Remaining + ((seconds - 1) * aMinute) <= told.Limit
            && (told.Remaining == 0 || (seconds + 0.01) * aMinute >= 0.9);
        return isMinute || used <= 0 || seconds <= 0 ? aMinute : used / seconds;
    }
}
