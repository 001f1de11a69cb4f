using System.Globalization;

namespace Jinbang.Boards.Columns;

/// <summary>The columns of a board's table for programs and spreadsheets, named as those of the CSV.</summary>
internal static class DataColumns
{
    private static readonly IReadOnlyList<Column> Always =
    [
        Column.Count("rank", new("Rank", "排名"), row => row.Rank > 0 ? row.Rank : null),
        Column.Count("tied_first", new("Tied from", "并列起"), row => row.Tied?.First),
        Column.Count("tied_last", new("Tied to", "并列止"), row => row.Tied?.Last),
        Column.Text("model", Words.Model, row => row.Model),
        Column.Text("house", Words.House, row => Known(row.House)),
        Column.Text("host", new("Host", "服务商"), row => Known(row.Host)),
        Column.Text("category", Words.Category, row => Words.Code(row.Openness)),
        Column.Mark("thinks", Words.Thinks, row => row.Thinks),
        Column.Mark("new", new("New", "新上榜"), row => row.IsNew),
        Column.Share("accuracy", new("Accuracy", "准确率"), row => row.Accuracy),
        Column.Text("state", new("State of the accuracy", "准确率状态"), row => Words.Code(row.State)),
        Column.Share("accuracy_low", new("95 % low", "95% 下限"), row => row.AccuracyInterval?.Low),
        Column.Share("accuracy_high", new("95 % high", "95% 上限"), row => row.AccuracyInterval?.High),
        Column.Count("likely_first", new("Likely rank from", "可能名次起"), row => row.LikelyRank?.First),
        Column.Count("likely_last", new("Likely rank to", "可能名次止"), row => row.LikelyRank?.Last),
        Column.Count("proven_first", new("Proven rank from", "确证名次起"), row => row.ProvenRank?.First),
        Column.Count("proven_last", new("Proven rank to", "确证名次止"), row => row.ProvenRank?.Last),
        Column.Share("best_chance", new("Chance of being best", "夺冠概率"), row => row.BestChance),
        Column.Count("exams_known", new("Exams with a score", "有成绩的考试"), row => row.Exams?.Known),
        Column.Count("exams_all", new("Exams in all", "考试总数"), row => row.Exams?.All),
        Column.Count("stable_first", new("Stable rank from", "名次稳定范围起"), row => row.Stability?.Ranks.First),
        Column.Count("stable_last", new("Stable rank to", "名次稳定范围止"), row => row.Stability?.Ranks.Last),
        Column.Share("same_rank", new("Same rank", "名次不变"), row => row.Stability?.SameShare),
        Column.Seconds("seconds", new("Mean time (s)", "平均耗时（秒）"), row => row.Seconds),
        Column.Seconds("p50_seconds", new("Time P50 (s)", "耗时 P50（秒）"), row => row.Timing?.Median),
        Column.Seconds("p90_seconds", new("Time P90 (s)", "耗时 P90（秒）"), row => row.Timing?.P90),
        Column.Seconds("first_token_seconds", new("First token (s)", "首字（秒）"), row => row.Timing?.FirstToken),
        Column.Number("tokens", new("Mean tokens", "平均消耗 token"), row => row.Tokens),
        Column.Yuan("yuan_per_thousand_calls", new("Yuan/1,000 calls", "花费/千次（元）"), row => row.CostPerThousand),
        Column.Yuan("yuan_per_million_input", new("Input price (yuan/million)", "输入价（元/百万 token）"), row => row.Price?.InYuan()?.Input),
        Column.Yuan("yuan_per_million_output", new("Output price (yuan/million)", "输出价（元/百万 token）"), row => row.Price?.InYuan()?.Output),
        Column.Count("asked", new("Asked", "已提问"), row => row.Coverage?.Asked),
        Column.Count("retries", new("Retries", "重试"), row => row.Coverage?.Retries),
        Column.Count("planned", new("Planned", "计划"), row => row.Coverage?.Planned),
        Column.Count("graded", new("Graded", "有评分"), row => row.Coverage?.Graded),
        Column.Count("failed", new("Failed", "失败"), row => row.Coverage?.Failed),
        Column.Count("cut_off", new("Cut off", "截断"), row => row.Coverage?.CutOff),
        Column.Count("refused", new("Refused", "拒答"), row => row.Coverage?.Refused),
        Column.Count("unreadable", new("Unreadable", "读不出"), row => row.Coverage?.Unreadable),
        Column.Count("unanswered", new("Unanswered", "未作答"), row => row.Coverage?.Unanswered),
        Column.Text("exam_version", new("Exam version", "题库版本"), row => row.ExamVersion),
        Column.Text("published_by", new("Published by", "发布者"), row => row.PublishedBy),
    ];

    /// <summary>The board's columns: always the same ones first, then those of its parts and of what repeats have shown.</summary>
    public static IReadOnlyList<Column> Of(Board board) => [.. Always, .. Parts(board), .. Repeats(board)];

    private static IEnumerable<Column> Parts(Board board)
    {
        var names = board.Rows.SelectMany(row => row.Parts).Select(part => part.Name).Distinct().ToList();
        return names.SelectMany((name, at) => new[]
        {
            Column.Share(Numbered("part_{0}", at), name, row => PartOf(row, name)?.Accuracy),
            Column.Text(
                Numbered("part_{0}_state", at), new(name.English + ": state", name.Chinese + "：状态"),
                row => PartOf(row, name) is { } part ? Words.Code(part.State) : null),
        });
    }

    private static ScorePart? PartOf(BoardRow row, Phrase name) => row.Parts.FirstOrDefault(part => part.Name == name);

    private static IEnumerable<Column> Repeats(Board board)
    {
        var ks = RepeatColumns.Ks(board).ToList();
        return ks.Count == 0 ? [] :
        [
            Column.Count("repeats", new("Repeats", "遍数"), row => row.Repeats?.Planned),
            .. ks.Select(k => Column.Share(
                Numbered("pass_at_{0}", k), new(Numbered("pass@{0}", k), Numbered("pass@{0}", k)), row => RepeatColumns.PassAt(row.Repeats, k))),
            Column.Share("majority", Words.MajorityVote, row => row.Repeats?.Majority),
            Column.Number("variance", new("Variance", "方差"), row => row.Repeats?.Variance),
            Column.Share("unsteady", new("Unsteady", "不稳定"), row => row.Repeats?.Unsteady),
            Column.Share("lowest_run", new("Lowest run", "最低一遍"), row => row.Repeats?.Spread?.Lowest),
            Column.Share("highest_run", new("Highest run", "最高一遍"), row => row.Repeats?.Spread?.Highest),
            Column.Share("sd_of_runs", new("Deviation of runs", "各遍标准差"), row => row.Repeats?.Spread?.Deviation),
            Column.Count("short", new("Short of replies", "作答不足的题"), row => row.Repeats?.Short),
        ];
    }

    private static string? Known(string text) => text.Length > 0 ? text : null;

    private static string Numbered(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);
}
