using Jinbang.Grading.Sheets;
using Jinbang.Statistics;

namespace Jinbang.Boards;

/// <summary>How long replies took, in seconds; each null unless every reply was timed.</summary>
/// <param name="Median">Half of the replies took no longer.</param>
/// <param name="P90">Nine tenths of the replies took no longer.</param>
/// <param name="FirstToken">Mean time to the first token.</param>
public sealed record Timing(double? Median, double? P90, double? FirstToken)
{
    /// <summary>The times of a sheet's replies; null when there is none to tell of.</summary>
    internal static Timing? Of(ScoreSheet sheet)
    {
        var (seconds, first) = (Replied(sheet, cell => cell.Seconds), Replied(sheet, cell => cell.FirstTokenSeconds));
        return seconds is null && first is null ? null : new Timing(
            seconds is null ? null : Quantile.OfSorted(seconds, 0.5), seconds is null ? null : Quantile.OfSorted(seconds, 0.9), first?.Average(value => (double)value));
    }

    private static float[]? Replied(ScoreSheet sheet, Func<SheetCell, float> measure)
    {
        var values = new List<float>(sheet.Cells.Length);
        foreach (ref readonly var cell in sheet.Cells)
        {
            if (cell is { State: not (SheetState.NotAsked or SheetState.Failed) })
            {
                values.Add(measure(cell));
            }
        }

        values.Sort();
        // NaN, a time that was not measured, sorts first.
        return values is [] or [float.NaN, ..] ? null : [.. values];
    }
}
