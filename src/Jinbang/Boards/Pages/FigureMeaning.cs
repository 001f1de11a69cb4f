using Jinbang.Boards.Columns;

namespace Jinbang.Boards.Pages;

/// <summary>What the figures of boards mean, in a sentence each.</summary>
internal static class FigureMeaning
{
    public static Phrase Of(Figure figure) => figure switch
    {
        Figure.Rank => new(
            "The place by accuracy; equals by cost, then time, then name. Several places, such as 1–16, are a group that the data cannot tell apart.",
            "按准确率排列，相同时依次看花费、耗时、名字。写成一段（如 1–16）的，是数据无法区分的一组。"),
        Figure.Model => new("The name of the model; “new” marks those first seen in this edition, † figures that others published.", "模型的名字；“新”表示本版首次出现，† 表示他人发布的成绩。"),
        Figure.House => new("Who made it.", "研制者。"),
        Figure.Category => new("Open: the weights are published. Commercial: only served.", "开源：公布了权重；商用：只提供服务。"),
        Figure.Accuracy => new(
            "The weighted share of points over graded replies. Replies that were cut off, withheld, unreadable or without an answer earn nothing; "
            + "failed calls are no replies. The thin line on the bar is the 95 % interval; “≈” marks an estimate, “/” that nothing was graded.",
            "已评分回复的加权得分率。被截断、被拦下、读不出或没有答案的回复得零分；失败的调用不算回复。条上的细线是 95% 区间；“≈”表示估计值，“/”表示没有评分。"),
        Figure.Interval => new("Where the accuracy may lie by the luck of which questions were asked.", "换一批同类题目，准确率可能落在的范围。"),
        Figure.LikelyRank => new("The places that the model likely has, with a probability of 95 %.", "该模型很可能（概率 95%）处于的名次。"),
        Figure.ProvenRank => new(
            "The places left to it when every order is taken that the data prove, 95 % for all models at once.",
            "只采信数据能证明的先后（全榜同时 95%），该模型还可能处于的名次。"),
        Figure.BestChance => new("How probable it is that this is the best model of the board.", "该模型是榜上最好的概率。"),
        Figure.Exams => new("Exams of the roll-up that it has scores on.", "汇总榜所含考试中有成绩的门数。"),
        Figure.StableRank => new("The places it takes in nine of ten draws of other weights around the given ones.", "权重在给定值附近变动时，九成情形下所处的名次。"),
        Figure.SameRank => new("How often its place stays the same when weights are drawn so.", "权重如此变动时，名次保持不变的比例。"),
        Figure.Part => new("The share of points in a part of the board.", "榜单某一部分的得分率。"),
        Figure.Graded => new("Graded replies of those planned; amber when some are missing.", "已评分/计划的作答数；不全时为琥珀色。"),
        Figure.Failed => new("Attempts that brought no reply; never counted as wrong.", "没有得到回复的作答，不计为答错。"),
        Figure.CutOff => new("Replies cut off at the token limit.", "到 token 上限被截断的回复。"),
        Figure.Refused => new("Replies that the provider withheld.", "被服务商拦下的回复。"),
        Figure.Unreadable => new("Replies that no rule reads an answer from.", "没有规则能读出答案的回复。"),
        Figure.Seconds => new("Mean seconds of a reply.", "每次回复的平均秒数。"),
        Figure.Median => new("Half of the replies took no longer.", "一半的回复不超过这个时间。"),
        Figure.P90 => new("Nine tenths of the replies took no longer.", "九成的回复不超过这个时间。"),
        Figure.FirstToken => new("Mean time to the first token.", "到第一个 token 的平均时间。"),
        Figure.Tokens => new("Mean tokens of a call, the prompt's included.", "每次调用的平均 token，含提示词。"),
        Figure.Cost => new("What a thousand calls cost, “/” unless the cost of every reply is known.", "一千次调用的花费；只要有一条未知就记为“/”。"),
    };
}
