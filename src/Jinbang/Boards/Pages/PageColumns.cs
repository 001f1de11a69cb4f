using System.Globalization;
using Jinbang.Boards.Ranks;
using Jinbang.Models;

namespace Jinbang.Boards.Pages;

/// <summary>The columns of boards on pages, and what they mean.</summary>
internal static class PageColumns
{
    private static readonly IReadOnlyList<PageColumn> All =
    [
        .. Names(), .. Scores(),
        CoverageColumn.Column,
        .. Times(), .. Costs(),
    ];

    /// <summary>The columns of which anything is known.</summary>
    public static IReadOnlyList<PageColumn> Of(Board board) =>
        [.. All.Where(column => board.Rows.Any(column.IsKnown)), .. Parts(board)];

    /// <summary>The price that the band of a model goes by: yuan for a million reply tokens.</summary>
    public static decimal? PriceOf(BoardRow row) => row.Price?.InYuan()?.Output;

    private static IEnumerable<PageColumn> Names() =>
    [
        new(
            new("Rank", "排名"),
            new(
                "The place by accuracy; equals by cost, then time, then name. Several places, such as 1–16, are a group that the data cannot tell apart.",
                "按准确率排列，相同时依次看花费、耗时、名字。写成一段（如 1–16）的，是数据无法区分的一组。"),
            row => row.Rank,
            (html, row) => html.Text(row.Tied is { } tied ? tied.ToString() : Figures.Rank(row.Rank)))
        { IsKnown = _ => true, Style = "n rank" },
        new(Words.Model, new("The model's name; “new” marks those first seen in this edition.", "模型的名字；“新”表示本版首次出现。"), null, ShowName)
        { IsKnown = _ => true, Style = "name" },
        new(Words.House, new("Who made it.", "研制者。"), null, (html, row) => html.Text(Plain.Text(row.House))) { IsKnown = row => row.House.Length > 0 },
        new(Words.Category, new("Open: the weights are published. Commercial: only served.", "开源：公布了权重；商用：只提供服务。"), null,
            (html, row) => html.Say(PageWords.Openness(row.Openness))) { IsKnown = row => row.Openness != Openness.Unknown },
        new(Words.Thinks, new("Whether it thinks before it answers.", "是否先思考再作答。"), null, (html, row) => html.Say(PageWords.Thinking(row.Thinks)))
        { IsKnown = row => row.Thinks is not null },
    ];

    private static IEnumerable<PageColumn> Scores() =>
    [
        ScoreColumn.Column,
        PageColumn.Figure(
            new("95 % interval", "95% 区间"),
            new("Where the accuracy may lie by the luck of which questions were asked.", "换一批同类题目，准确率可能落在的范围。"),
            row => row.AccuracyInterval, interval => interval.Low, interval => $"{Points(interval.Low)}–{Figures.Percent(interval.High)}"),
        Ranks(
            new("Likely rank", "可能名次"),
            new("The places that it likely has, with 95 % probability for this model.", "该模型很可能（95%）处于的名次。"), row => row.LikelyRank),
        Ranks(
            new("Proven rank", "可证名次"),
            new("The places left to it when every order that the data prove is taken, 95 % for all models at once.", "只采信数据能证明的先后（全榜同时 95%），该模型还可能处于的名次。"),
            row => row.ProvenRank),
        PageColumn.Figure(
            new("Chance of being best", "居首概率"),
            new("How probable it is that no model of the board is better.", "榜上没有模型比它更好的概率。"),
            row => row.BestChance, chance => chance, Figures.Percent) with { LargestFirst = true },
    ];

    private static IEnumerable<PageColumn> Times() =>
    [
        Seconds(new("Mean time", "平均耗时"), new("Mean seconds of a reply.", "每次回复的平均秒数。"), row => row.Seconds),
        Seconds(new("P50", "P50"), new("Half of the replies took no longer.", "一半的回复不超过这个时间。"), row => row.Timing?.Median),
        Seconds(new("P90", "P90"), new("Nine tenths of the replies took no longer.", "九成的回复不超过这个时间。"), row => row.Timing?.P90),
        Seconds(new("First token", "首个 token"), new("Mean seconds to the first token.", "到第一个 token 的平均秒数。"), row => row.Timing?.FirstToken),
    ];

    private static IEnumerable<PageColumn> Costs() =>
    [
        PageColumn.Figure(
            new("Mean tokens", "平均 token"), new("Mean tokens of a call, the prompt's included.", "每次调用的平均 token，含提示词。"),
            row => row.Tokens, tokens => tokens, tokens => tokens.ToString("#,##0", CultureInfo.InvariantCulture)),
        PageColumn.Figure(
            new("Yuan / 1,000 calls", "花费/千次（元）"), new("What a thousand calls cost; “/” unless the cost of every reply is known.", "一千次调用的花费；只要有一条未知就记为“/”。"),
            row => row.CostPerThousand, Number, Money),
        PageColumn.Figure(
            new("Yuan / million reply tokens", "输出价（元/百万 token）"), new("The list price of a million reply tokens.", "每百万输出 token 的目录价。"),
            PriceOf, Number, Money),
    ];

    private static IEnumerable<PageColumn> Parts(Board board)
    {
        var meaning = new Phrase("Accuracy in this part; “≈” marks an estimate.", "这一部分的准确率；“≈”表示估计值。");
        return board.Rows.SelectMany(row => row.Parts).Select(part => part.Name).Distinct().Select(name => new PageColumn(
            new(Plain.Text(name.English), Plain.Text(name.Chinese)), meaning, row => PartOf(row, name)?.Accuracy,
            (html, row) => ScoreColumn.Show(html, PartOf(row, name)?.Accuracy, PartOf(row, name)?.State ?? ScoreState.Unmeasured))
        { IsKnown = _ => true, Style = "n", LargestFirst = true });
    }

    private static ScorePart? PartOf(BoardRow row, Phrase name) => row.Parts.FirstOrDefault(part => part.Name == name);

    private static PageColumn Ranks(Phrase heading, Phrase meaning, Func<BoardRow, RankRange?> of) =>
        PageColumn.Figure(heading, meaning, of, range => range.First + (range.Last / 1e6), range => range.ToString());

    private static PageColumn Seconds(Phrase heading, Phrase meaning, Func<BoardRow, double?> of) =>
        PageColumn.Figure(heading, meaning, of, seconds => seconds, seconds => seconds.ToString(seconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + "s");

    private static double Number(decimal yuan) => (double)yuan;

    private static string Money(decimal yuan) => yuan.ToString(yuan < 1 ? "0.00##" : "#,##0.00", CultureInfo.InvariantCulture);

    private static string Points(double share) => Figures.Percent(share)[..^1];

    private static void ShowName(Html html, BoardRow row)
    {
        html.Text(Plain.Text(row.Model));
        if (row.IsNew)
        {
            html.Add("span", PageWords.New, ("class", "tag"));
        }

        if (row.PublishedBy is { Length: > 0 } publisher)
        {
            html.Add("small", Plain.Text(publisher));
        }
    }
}
