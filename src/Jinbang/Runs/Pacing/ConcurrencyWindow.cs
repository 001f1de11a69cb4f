using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>How many calls may be under way to one model. Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
/// <remarks>A number that the user gave is used at once, and only refusals lower it. Otherwise the number is found: raised
/// by half in each round while all goes well, then by one a round; lowered on refusals and when replies become slow.</remarks>
internal sealed class ConcurrencyWindow
{
    private const double Rise = 0.5;
    private const double AfterRefusal = 0.7;
    private const double AfterSlowness = 0.85;

    private readonly bool isGiven;
    private readonly LatencyGauge gauge = new();
    private double width;
    private bool isRising = true;
    private double loweredAt = double.NegativeInfinity;

    public ConcurrencyWindow(int? given, PaceSettings settings)
    {
        isGiven = given is not null;
        Ceiling = given ?? settings.MostConcurrency;
        width = given ?? Math.Min(settings.FirstConcurrency, settings.MostConcurrency);
    }

    /// <summary>Most calls that may ever be under way.</summary>
    public int Ceiling { get; }

    /// <summary>Calls that may be under way now.</summary>
    public int Width => (int)width;

    /// <summary>Learns from a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="underWay">Calls that were under way, its own included.</param>
    /// <param name="beganAt">When its call began.</param>
    /// <param name="now">The time.</param>
    public void Accept(Reply reply, int underWay, double beganAt, double now)
    {
        gauge.Look(reply);
        if (!isGiven && gauge.IsHigh)
        {
            Lower(AfterSlowness, beganAt, now);
        }
        else if (underWay * 2 > Width)
        {
            width = Math.Min(Ceiling, width + (isRising ? Rise : 1 / width));
        }
    }

    /// <summary>Learns from a refusal of a call.</summary>
    public void Refuse(double beganAt, double now) => Lower(AfterRefusal, beganAt, now);

    // Calls that began before the last lowering do not tell what came of it.
    private void Lower(double share, double beganAt, double now)
    {
        if (beganAt < loweredAt)
        {
            return;
        }

        width = Math.Max(1, width * share);
        isRising = false;
        loweredAt = now;
    }
}
