using System.Globalization;
using Jinbang.Boards.Columns;

namespace Jinbang.Boards.Pages;

/// <summary>The cell with the accuracy, a bar, and where it may lie.</summary>
internal static class ScoreCell
{
    public static void Show(Html html, BoardRow row)
    {
        html.Add("b", BoardColumns.AccuracyOf(row.Accuracy, row.State));
        if (row.Accuracy is not { } share)
        {
            return;
        }

        var (low, high) = row.AccuracyInterval is { } interval ? (interval.Low, interval.High) : (share, share);
        var bar = string.Create(CultureInfo.InvariantCulture, $"M{Part(low)} 4.5H{Part(high)}M{Part(low)} 1V8M{Part(high)} 1V8");
        using (html.In("svg", ("class", $"bar {PageWords.Code(row.Openness)}"), ("viewBox", "0 0 100 9"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")))
        {
            html.Add("rect", "", ("width", Part(share)), ("height", "9")).Add("path", "", ("d", bar));
        }
    }

    private static string Part(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.##", CultureInfo.InvariantCulture);
}
