namespace Jinbang.Boards.Pages;

/// <summary>The column that tells what became of the attempts.</summary>
internal static class CoverageColumn
{
    public static readonly PageColumn Column = new(
        new("Graded", "已评分"),
        new(
            "Graded replies of planned ones, and what befell others. Failed calls are not counted as wrong.",
            "已评分/计划的作答数，以及其余作答的情况。失败的调用不计为答错。"),
        row => row.Coverage is { Planned: > 0 } coverage ? (double)coverage.Graded / coverage.Planned : null,
        (html, row) => Show(html, row.Coverage))
    { IsKnown = row => row.Coverage is not null, Style = "n", LargestFirst = true };

    private static void Show(Html html, Coverage? coverage)
    {
        if (coverage is null)
        {
            html.Text(Figures.None);
            return;
        }

        html.Add("span", $"{coverage.Graded}/{coverage.Planned}", ("class", coverage.IsFull ? null : "short"));
        (int Count, Phrase Word)[] fates =
        [
            (coverage.Failed, new("failed", "失败")),
            (coverage.CutOff, new("cut off", "截断")),
            (coverage.Refused, new("refused", "拦下")),
            (coverage.Unreadable, new("unreadable", "读不出")),
            (coverage.Unanswered, new("unanswered", "未答")),
        ];
        foreach (var (count, word) in fates.Where(fate => fate.Count > 0))
        {
            html.Add("small", new Phrase($"{count} {word.English}", $"{word.Chinese} {count}"));
        }
    }
}
