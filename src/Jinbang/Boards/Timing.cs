using Jinbang.Grading.Sheets;
using MathNet.Numerics.Statistics;

namespace Jinbang.Boards;

/// <summary>How long replies took, in seconds; each null unless every reply was timed.</summary>
/// <param name="Median">Half of the replies took no longer.</param>
/// <param name="P90">Nine tenths of the replies took no longer.</param>
/// <param name="FirstToken">Mean time to the first token.</param>
/// <remarks>Quantiles lie between neighbours in proportion (Hyndman and Fan 1996, "Sample Quantiles in Statistical Packages", type 7).</remarks>
public sealed record Timing(double? Median, double? P90, double? FirstToken)
{
    /// <summary>The times of a sheet's replies; null when there is none to tell of.</summary>
    internal static Timing? Of(ScoreSheet sheet)
    {
        var (seconds, firstTokens) = (new List<double>(sheet.Cells.Length), new List<double>(sheet.Cells.Length));
        foreach (ref readonly var cell in sheet.Cells)
        {
            if (cell.State is not (SheetState.NotAsked or SheetState.Failed))
            {
                seconds.Add(cell.Seconds);
                firstTokens.Add(cell.FirstTokenSeconds);
            }
        }

        var (timed, first) = (AllTimed([.. seconds]), AllTimed([.. firstTokens]));
        return timed is null && first is null ? null : new Timing(Quantile(timed, 0.5), Quantile(timed, 0.9), first?.Average());
    }

    // A time that was not measured is NaN, and so is then the sum.
    private static double[]? AllTimed(double[] times) => times.Length == 0 || double.IsNaN(times.Sum()) ? null : times;

    /// <summary>Reorders the times.</summary>
    private static double? Quantile(double[]? times, double share) =>
        times is null ? null : ArrayStatistics.QuantileCustomInplace(times, share, QuantileDefinition.R7);
}
