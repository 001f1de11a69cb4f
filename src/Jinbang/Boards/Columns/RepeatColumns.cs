using Jinbang.Grading.Repeats;

namespace Jinbang.Boards.Columns;

/// <summary>What a board tells of repeats besides its own columns.</summary>
public static class RepeatColumns
{
    /// <summary>The columns for people; empty when nothing was asked more than once.</summary>
    public static IReadOnlyList<RepeatColumn> Of(Board board)
    {
        var ks = Shown(board);
        return ks.Count == 0 ? [] :
        [
            new(new("Repeats", "遍数"), report => Figures.Count(report.Planned)),
            .. ks.Select(k => new RepeatColumn(
                new($"pass@{k}", $"pass@{k}"), report => Figures.Share(PassAt(report, k)))),
            new(Words.MajorityVote, report => Figures.Share(report.Majority)),
            new(new("Variance", "方差"), report => Figures.Variance(report.Variance)),
            new(new("Unsteady", "不稳定"), report => Figures.Share(report.Unsteady)),
            new(new("Worst–best run", "最差–最好一遍"), report => report.Spread is { } spread ? $"{Figures.Percent(spread.Lowest)} – {Figures.Percent(spread.Highest)}" : Figures.None),
            new(new("SD of runs", "各遍标准差"), report => Figures.Share(report.Spread?.Deviation)),
        ];
    }

    /// <summary>The k of pass@k that people are shown: 1 and each model's number of repeats.</summary>
    internal static IReadOnlyList<int> Shown(Board board)
    {
        var asked = Reports(board).Select(report => report.Planned).ToHashSet();
        return [.. Ks(board).Where(k => k == 1 || asked.Contains(k))];
    }

    /// <summary>Every k that some row has a pass@k for.</summary>
    internal static IEnumerable<int> Ks(Board board) => Reports(board).SelectMany(report => report.Pass).Select(rate => rate.K).Distinct().Order();

    /// <summary>A report's pass@k, or null.</summary>
    internal static double? PassAt(RepeatReport? report, int k) => report?.Pass.FirstOrDefault(rate => rate.K == k)?.Share;

    private static IEnumerable<RepeatReport> Reports(Board board) => board.Rows.Select(row => row.Repeats).OfType<RepeatReport>();
}
