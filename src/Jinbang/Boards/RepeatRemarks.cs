using Jinbang.Boards.Columns;
using Jinbang.Grading.Repeats;

namespace Jinbang.Boards;

/// <summary>What a reader must know of repeats, in sentences.</summary>
internal static class RepeatRemarks
{
    /// <summary>What the figures mean, then the models that lack replies; nothing when nothing was asked more than once.</summary>
    public static IEnumerable<Phrase> On(Board board)
    {
        var repeated = board.Rows.Where(row => row.Repeats is not null).ToList();
        return repeated.Count == 0 ? [] : [Meaning, .. repeated.Where(row => row.Repeats!.Short > 0).Select(row => Short(row.Model, row.Repeats!, RepeatColumns.Shown(board)))];
    }

    private static Phrase Meaning => new(
        "pass@k: how often at least one of k replies to a question earns full points, estimated without bias (Chen et al. 2021). "
        + "Majority vote: what the commonest answer earns; of equally common ones the mean. Variance: of a question's points, on average. "
        + "Unsteady: questions whose replies do not all earn the same. Runs: run k is made of the k-th replies to all questions; SD is the sample standard deviation of their accuracies",
        "pass@k：每题 k 次作答中至少一次得满分的比例（无偏估计，Chen et al. 2021）。多数投票：每题最常见的答案的得分，并列时取平均。"
        + "方差：每题各次得分的方差的平均值。不稳定：各次得分不全相同的题所占比例。各遍：第 k 遍由每题的第 k 次作答组成；标准差为各遍准确率的样本标准差");

    private static Phrase Short(string model, RepeatReport report, IReadOnlyList<int> shown)
    {
        var leftOut = report.Pass.Where(rate => rate.LeftOut > 0 && shown.Contains(rate.K)).Select(rate => (rate.K, rate.LeftOut)).ToList();
        return new(
            $"{model}: questions with fewer than {report.Planned} graded replies: {report.Short}; they count with those they have"
            + string.Concat(leftOut.Select(rate => $", pass@{rate.K} leaves out {rate.LeftOut}")),
            $"{model}：{report.Short} 题有评分的作答不足 {report.Planned} 次，按已有的作答计算"
            + string.Concat(leftOut.Select(rate => $"；pass@{rate.K} 略去 {rate.LeftOut} 题")));
    }
}
