using System.Globalization;

namespace Jinbang.Boards.Pages;

/// <summary>The column of the accuracy, with a bar and where it may lie.</summary>
internal static class ScoreColumn
{
    public static readonly PageColumn Column = new(
        new("Accuracy", "准确率"),
        new(
            "The weighted share of points over graded replies. Replies that were cut off, withheld, unreadable or without an answer earn nothing; "
            + "calls that failed are no replies. The line on the bar is the 95 % interval. “≈” marks an estimate.",
            "已评分回复的加权得分率。被截断、被拦下、读不出或没有答案的回复得零分；失败的调用不算回复。条上的细线是 95% 区间，“≈”表示估计值。"),
        row => row.Accuracy,
        (html, row) =>
        {
            Show(html, row.Accuracy, row.State);
            ShowBar(html, row);
        })
    { IsKnown = _ => true, LargestFirst = true, Style = "n score" };

    /// <summary>A share in the four states, which never look alike.</summary>
    public static void Show(Html html, double? share, ScoreState state)
    {
        if (share is not { } known)
        {
            html.Add("span", state == ScoreState.Excluded ? PageWords.Excluded : Words.NotGraded, ("class", "faint"));
            return;
        }

        html.Add("b", state == ScoreState.Estimated ? "≈" + Figures.Percent(known) : Figures.Percent(known));
    }

    private static void ShowBar(Html html, BoardRow row)
    {
        if (row.Accuracy is not { } share)
        {
            return;
        }

        var whisker = row.AccuracyInterval is { } interval ? $";--low:{Part(interval.Low)};--high:{Part(interval.High)}" : ";--low:0;--high:0";
        using (html.In("span", ("class", $"bar {PageWords.Code(row.Openness)}"), ("style", $"--share:{Part(share)}{whisker}"), ("aria-hidden", "true")))
        {
            html.Add("i", "").Add("u", "");
        }
    }

    private static string Part(double share) => Math.Clamp(share, 0, 1).ToString("0.####", CultureInfo.InvariantCulture);
}
