namespace Jinbang.Boards.Pages;

/// <summary>What the figures of a page's boards mean, in words.</summary>
public static class MethodSection
{
    private static readonly Phrase[] Rules =
    [
        new(
            "Every model was asked every question in the same order and in the same words. Replies are read by fixed rules, each of which has a name; what no rule reads is unreadable, never guessed.",
            "每个模型按相同的顺序、用相同的措辞回答每一道题。回复由固定的、有名字的规则读取；没有规则能读出的记为“读不出”，绝不猜测。"),
        new(
            "A call that fails is nobody's wrong answer: it is shown as failed, and the accuracy is over graded replies only.",
            "调用失败不算答错：单独列出，准确率只按已评分的回复计算。"),
        new(
            "Zero, not measured, estimated and excluded are four different things and never look alike.",
            "零分、未测、估计、不计入是四回事，显示上各不相同。"),
        new(
            "A rank is no more certain than its interval: read the likely and the proven range before believing a place.",
            "名次不会比区间更可靠：采信名次之前，请看可能名次与确证名次。"),
    ];

    /// <summary>Writes the rules, then what each column tells.</summary>
    public static void Show(Html html, IEnumerable<Board> boards)
    {
        using var section = html.In("section", ("class", "sheet method"), ("id", "method"));
        html.Add("h2", new Phrase("How to read this", "怎样看这份榜单"));
        foreach (var rule in Rules)
        {
            html.Add("p", rule);
        }

        using var list = html.In("dl");
        foreach (var (heading, meaning) in boards.SelectMany(board => PageColumns.Of(board)).Select(column => (column.Heading, column.Meaning)).Distinct())
        {
            html.Add("dt", heading).Add("dd", meaning);
        }
    }
}
