using Jinbang.Models;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Columns;

/// <summary>The columns of a board for people, in their order.</summary>
public static class BoardColumns
{
    private static readonly BoardColumn[] All =
    [
        new(Figure.Rank, new("Rank", "排名"), (row, _) => RankOf(row)),
        new(Figure.Model, Words.Model, (row, _) => NameOf(row)),
        new(Figure.House, new("House", "机构"), (row, _) => row.House.Length > 0 ? row.House : Figures.None),
        new(Figure.Category, new("Category", "类别"), (row, language) => CategoryOf(row.Openness).In(language)),
        new(Figure.Accuracy, new("Accuracy", "准确率"), (row, language) => AccuracyOf(row.Accuracy, row.State).In(language)),
        new(Figure.Interval, new("95 % interval", "95% 区间"), (row, _) => IntervalOf(row.AccuracyInterval)),
        new(Figure.LikelyRank, new("Likely rank", "可能名次"), (row, _) => RangeOf(row.LikelyRank)),
        new(Figure.ProvenRank, new("Proven rank", "确证名次"), (row, _) => RangeOf(row.ProvenRank)),
        new(Figure.BestChance, new("Chance of best", "夺冠概率"), (row, _) => Figures.Share(row.BestChance)),
        new(Figure.Exams, new("Exams", "考试"), (row, _) => row.Exams?.ToString() ?? Figures.None),
        new(Figure.StableRank, new("Stable rank", "名次稳定范围"), (row, _) => RangeOf(row.Stability?.Ranks)),
        new(Figure.SameRank, new("Same rank", "名次不变"), (row, _) => Figures.Share(row.Stability?.SameShare)),
        new(Figure.Graded, new("Graded", "有评分"), (row, _) => row.Coverage is { } coverage ? $"{coverage.Graded}/{coverage.Planned}" : Figures.None),
        Counted(Figure.Failed, new("Failed", "失败"), coverage => coverage.Failed),
        Counted(Figure.CutOff, new("Cut off", "截断"), coverage => coverage.CutOff),
        Counted(Figure.Refused, new("Refused", "拒答"), coverage => coverage.Refused),
        Counted(Figure.Unreadable, new("Unreadable", "读不出"), coverage => coverage.Unreadable),
        new(Figure.Seconds, new("Avg. time", "平均耗时"), (row, _) => Figures.Duration(row.Seconds)),
        new(Figure.Median, new("P50", "P50"), (row, _) => Figures.Duration(row.Timing?.Median)),
        new(Figure.P90, new("P90", "P90"), (row, _) => Figures.Duration(row.Timing?.P90)),
        new(Figure.FirstToken, new("First token", "首字"), (row, _) => Figures.Duration(row.Timing?.FirstToken)),
        new(Figure.Tokens, new("Avg. tokens", "平均消耗token"), (row, _) => Figures.Tokens(row.Tokens)),
        new(Figure.Cost, new("Yuan/1,000 calls", "花费/千次（元）"), (row, _) => Figures.Cost(row.CostPerThousand)),
    ];

    private static readonly Figure[] Always =
        [Figure.Rank, Figure.Model, Figure.House, Figure.Category, Figure.Accuracy, Figure.Seconds, Figure.Tokens, Figure.Cost];

    /// <summary>The columns that some row has something in; those of the public boards always. Parts stand at the end.</summary>
    public static IReadOnlyList<BoardColumn> Of(Board board) =>
        [.. Fixed(board), .. board.Rows.SelectMany(row => row.Parts).Select(part => part.Name).Distinct().Select(PartOf)];

    private static IEnumerable<BoardColumn> Fixed(Board board) => All.Where(column => Always.Contains(column.Figure) || board.Rows.Any(row => column.Show(row, board.Language) != Figures.None));

    /// <summary>An accuracy as people see it: zero, unmeasured, estimated and excluded look different.</summary>
    public static Phrase AccuracyOf(double? accuracy, ScoreState state) => (state, accuracy) switch
    {
        (ScoreState.Excluded, _) => new("excluded", "不计入"),
        (ScoreState.Unmeasured, _) or (_, null) => new(Figures.None, Figures.None),
        (ScoreState.Estimated, { } share) => new("≈" + Figures.Percent(share), "≈" + Figures.Percent(share)),
        (ScoreState.Measured, { } share) => new(Figures.Percent(share), Figures.Percent(share)),
    };

    private static BoardColumn PartOf(Phrase name) => new(Figure.Part, name, (row, language) =>
        row.Parts.FirstOrDefault(part => part.Name == name) is { } part ? AccuracyOf(part.Accuracy, part.State).In(language) : Figures.None);

    private static BoardColumn Counted(Figure figure, Phrase heading, Func<Coverage, int> count) =>
        new(figure, heading, (row, _) => row.Coverage is { } coverage ? Figures.Count(count(coverage)) : Figures.None);

    private static string RankOf(BoardRow row) =>
        row is { Accuracy: null } or { State: ScoreState.Unmeasured or ScoreState.Excluded } ? Figures.None
        : row.Tied is { } tied ? tied.ToString()
        : Figures.Rank(row.Rank);

    private static string NameOf(BoardRow row) => row.Model + (row.IsNew ? " (new)" : "") + (row.PublishedBy is null ? "" : " †");

    private static Phrase CategoryOf(Openness openness) => openness switch
    {
        Openness.Unknown => new(Figures.None, Figures.None),
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };

    private static string IntervalOf(Interval? interval) =>
        interval is { } known ? $"{Figures.Percent(known.Low)} – {Figures.Percent(known.High)}" : Figures.None;

    private static string RangeOf(RankSpan? range) => range?.ToString() ?? Figures.None;
}
