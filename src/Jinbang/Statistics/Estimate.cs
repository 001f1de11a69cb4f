using MathNet.Numerics;

namespace Jinbang.Statistics;

/// <summary>A share that was estimated, with its uncertainty told as the number of independent trials, each counting
/// alike, that would leave the same: what a score over clusters or weighted questions, a total of several exams, and a
/// plain count of right answers have in common.</summary>
/// <param name="Value">The share, 0 to 1; of no meaning when <paramref name="Trials"/> is 0.</param>
/// <param name="Trials">Effective trials; 0 when nothing was measured.</param>
public readonly record struct Estimate(double Value, double Trials)
{
    /// <summary>Nothing was measured.</summary>
    public static readonly Estimate None;

    /// <summary>Whether anything was measured.</summary>
    public bool IsMeasured => Trials > 0;

    /// <summary>The share moved towards one half as if one trial more had half succeeded: the uncertainty is taken there,
    /// since that of a perfect score is not none.</summary>
    internal double Smoothed => (Value * Trials + 0.5) / (Trials + 1);

    /// <summary>The standard error, never 0: √(s(1 − s) / trials) with s = (value · trials + ½) / (trials + 1).</summary>
    public double StandardError => Math.Sqrt(Smoothed * (1 - Smoothed) / Trials);

    /// <summary>A count of successes in independent trials.</summary>
    /// <param name="successes">Successes; a fraction where trials earn partial credit.</param>
    /// <param name="trials">Trials; <see cref="None"/> when there were none.</param>
    public static Estimate OfCount(double successes, int trials) => trials > 0 ? new Estimate(successes / trials, trials) : None;

    /// <summary>A share of which only the standard error is known.</summary>
    /// <param name="value">The share, 0 to 1.</param>
    /// <param name="standardError">Its standard error, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate OfStandardError(double value, double standardError)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardError);

        // The standard error falls with every trial, so that only one number of trials has it.
        var trials = FindRoots.OfFunction(
            log => Math.Log(new Estimate(value, Math.Exp(log)).StandardError / standardError), Math.Log(1e-9), Math.Log(1e12), 1e-13);
        return new Estimate(value, Math.Exp(trials));
    }

    /// <summary>Wilson's interval with the effective trials (<see cref="Intervals.Wilson"/>).</summary>
    /// <param name="level">How often such intervals hold the true share, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was measured, or the level is not between 0 and 1.</exception>
    public Interval Interval(double level) => Intervals.Wilson(Value * Trials, Trials, level);
}
