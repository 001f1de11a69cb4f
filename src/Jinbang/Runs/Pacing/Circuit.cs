namespace Jinbang.Runs.Pacing;

/// <summary>Pauses a model's calls after failures in a row and lets single calls through until one succeeds.
/// Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
internal sealed class Circuit(PaceSettings settings)
{
    private int failures;
    private bool isProbing;
    private double pause;
    private double? openUntil;

    /// <summary>Whether calls pause.</summary>
    public bool IsOpen => openUntil is not null;

    /// <summary>Failures since the last success.</summary>
    public int Failures => failures;

    /// <summary>When a call may begin; infinity while another one is trying.</summary>
    public double ReadyAt(double now) => openUntil is not { } until ? now : isProbing ? double.PositiveInfinity : until;

    /// <summary>Begins a call.</summary>
    /// <returns>Whether it is the one that tries.</returns>
    public bool Begin() => isProbing |= IsOpen;

    /// <summary>The model answered, if only with a refusal.</summary>
    public void Succeed() => (failures, openUntil, isProbing, pause) = (0, null, false, 0);

    /// <summary>A call failed.</summary>
    /// <param name="isProbe">Whether it was the one that tries.</param>
    /// <param name="now">The time.</param>
    public void Fail(bool isProbe, double now)
    {
        failures++;
        if (isProbe || (openUntil is null && failures >= settings.FailuresToPause))
        {
            pause = Math.Min(Math.Max(pause * 2, settings.FirstPause.TotalSeconds), settings.LongestPause.TotalSeconds);
            openUntil = now + pause;
            isProbing = false;
        }
    }

    /// <summary>A call ended without telling anything.</summary>
    public void Abandon(bool isProbe) => isProbing &= !isProbe;
}
