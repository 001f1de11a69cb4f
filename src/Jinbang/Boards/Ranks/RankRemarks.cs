using Jinbang.Boards.Rollups;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Ranks;

/// <summary>What a board's ranks mean, in sentences.</summary>
internal static class RankRemarks
{
    private const int MostNames = 5;

    /// <summary>The order of equals, what the data can and cannot tell, and who was asked other questions.</summary>
    public static IEnumerable<Phrase> On(Board board)
    {
        // Others order their rows by rules of their own.
        var own = board.Rows.Where(row => row.PublishedBy is null).ToList();
        if (own.Zip(own.Skip(1)).Any(pair => pair.First.Accuracy is { } share && share == pair.Second.Accuracy))
        {
            yield return new(
                "Equal accuracies stand in the order of cost, then time, then name",
                "准确率相同的，按花费、耗时、名称排列");
        }

        if (board is { Separation: { } separation, Rows.Count: > 1 })
        {
            yield return Meaning(separation);
            yield return Told(separation);
        }

        if (board.Rows.Any(row => row.Stability is not null))
        {
            yield return RollupRemarks.Stability;
        }

        foreach (var group in board.Rows.Where(row => row.ExamVersion is { } version && board.ExamVersion is { } now && version != now).GroupBy(row => row.ExamVersion!))
        {
            yield return Other(group.Key, [.. group.Select(row => row.Model)]);
        }
    }

    private static Phrase Meaning(Separation separation)
    {
        var (english, chinese) = separation.Items < ProvenRanks.Enough
            ? ("exact sign tests of all pairs, Holm's correction", "全部两两精确符号检验，Holm 校正")
            : ("simultaneous intervals of all differences, from 1,000 bootstraps of the questions", "全部差值的同时置信区间，对题目自助抽样 1000 次");
        return new(
            $"Ranks such as 1–3 are shared by models that are not proven worse than the first of them (95 % for all at once; {english}). "
            + "Likely ranks and the chance of being best: 95 %, by an empirical-Bayes Beta model",
            $"写成 1–3 的名次由若干模型共用：它们未被证明不如其中的第一名（全部同时 95%；{chinese}）。可能名次与夺冠概率按经验贝叶斯 Beta 模型，95%");
    }

    private static Phrase Told(Separation separation) => separation switch
    {
        { OnePair: { } one, AllPairs: { } all } => new(
            $"With {separation.Items} questions, a difference below {one} questions between two models means nothing here; below {all} when it is the largest of all pairs that is looked at",
            $"只有 {separation.Items} 题：两个模型相差不到 {one} 题说明不了什么；若是在所有两两比较中挑出最大的差距，则不到 {all} 题说明不了什么"),
        { OnePair: { } one } => new(
            $"With {separation.Items} questions, a difference below {one} questions between two models means nothing here, and no difference proves anything when it is the largest of all pairs that is looked at",
            $"只有 {separation.Items} 题：两个模型相差不到 {one} 题说明不了什么；若是在所有两两比较中挑出最大的差距，则任何差距都证明不了什么"),
        _ => new(
            $"With {separation.Items} questions, no difference between two models means anything",
            $"只有 {separation.Items} 题：两个模型之间的任何差距都说明不了什么"),
    };

    private static Phrase Other(string version, List<string> models)
    {
        var more = models.Count - MostNames;
        var (english, chinese) = more > 0 ? ($" and {more} more", $" 等 {models.Count} 个模型") : ("", "");
        return new(
            $"Asked other questions than the exam's present ones, or only some of them (version {version}): {string.Join(", ", models.Take(MostNames))}{english}. "
            + "Two models are compared over the questions that both were asked",
            $"所问题目与题库现有题目不同，或只是其中一部分（版本 {version}）：{string.Join("、", models.Take(MostNames))}{chinese}。两个模型只在都问过的题目上比较");
    }
}
