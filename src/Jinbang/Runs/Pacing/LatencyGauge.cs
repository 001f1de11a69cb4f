using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>Tells when a model answers much more slowly than it can. Not safe for threads.</summary>
/// <remarks>Whole calls say nothing, for replies differ in length: the time to the first token counts, or the time of a
/// hundred tokens where replies are not streamed.</remarks>
internal sealed class LatencyGauge
{
    private const int Few = 16;
    private const double Weight = 1.0 / Few;
    private const double WellAbove = 3;
    private const double Forgetting = 1.0005;
    private const double Noticeable = 0.1;

    private int count;
    private double smoothed;
    private double floor = double.PositiveInfinity;

    /// <summary>Whether replies have lately become slow.</summary>
    public bool IsHigh => count >= Few && smoothed > WellAbove * floor && smoothed - floor > Noticeable;

    public void Look(Reply reply)
    {
        if (Seconds(reply) is not { } seconds)
        {
            return;
        }

        count++;
        smoothed += (seconds - smoothed) * Math.Max(Weight, 1.0 / count);
        floor = count >= Few ? Math.Min(floor * Forgetting, smoothed) : floor;
    }

    private static double? Seconds(Reply reply) =>
        reply.FirstToken?.TotalSeconds
        ?? (reply is { Elapsed: { } elapsed, Usage.Completion: > 0 and var tokens } ? elapsed.TotalSeconds * 100 / tokens : null);
}
