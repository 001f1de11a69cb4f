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
        var style = $"--share:{Part(share)};--low:{Part(low)};--high:{Part(high)}";
        using (html.In("span", ("class", $"bar {PageWords.Code(row.Openness)}"), ("style", style), ("aria-hidden", "true")))
        {
            html.Add("i", "").Add("u", "");
        }
    }

    private static string Part(double share) => Math.Clamp(share, 0, 1).ToString("0.####", CultureInfo.InvariantCulture);
}
