namespace Jinbang.Boards.Comparisons;

/// <summary>What a comparison shows, in words.</summary>
public static class ComparisonWords
{
    /// <summary>Which is better, and if that cannot be told how many more questions would tell, in a sentence.</summary>
    public static Phrase Verdict(ComparisonReport report, Comparison comparison)
    {
        var where = comparison.Exam is null ? new Phrase("All together", "合计") : new(comparison.Title, comparison.Title);
        return comparison switch
        {
            { Better: Preference.First } => new($"{where.English}: {report.First} is better", $"{where.Chinese}：{report.First} 更好"),
            { Better: Preference.Second } => new($"{where.English}: {report.Second} is better", $"{where.Chinese}：{report.Second} 更好"),
            { Paired.MoreItems: 0 } => new(
                $"{where.English}: cannot be told apart, but only just: a few more such questions may do it",
                $"{where.Chinese}：尚分不出高下，但已接近：再问几道同类题或可分出"),
            { Paired.MoreItems: { } more } => new(
                $"{where.English}: cannot be told apart; were the difference as large as it seems, about {more} more such questions would tell them apart four times in five",
                $"{where.Chinese}：分不出高下；如果差距真如现在所见，大约再问 {more} 道同类题，有八成把握分出"),
            _ => new(
                $"{where.English}: cannot be told apart; as they differ now no number of questions would",
                $"{where.Chinese}：分不出高下；照目前的差距，再多的题也分不出"),
        };
    }

    /// <summary>What both cost and take, as far as that is known of either.</summary>
    public static IEnumerable<ComparedMeasure> Measures(Comparison comparison)
    {
        var (first, second) = (comparison.First, comparison.Second);
        ComparedMeasure[] measures =
        [
            new(new("yuan for a thousand calls", "每千次调用花费（元）"), (double?)first.CostPerThousand, (double?)second.CostPerThousand),
            new(new("median seconds", "耗时中位数（秒）"), first.MedianSeconds, second.MedianSeconds),
            new(new("mean seconds", "平均耗时（秒）"), first.MeanSeconds, second.MeanSeconds),
            new(new("mean tokens", "平均消耗 token"), first.MeanTokens, second.MeanTokens),
        ];
        return measures.Where(measure => (measure.First ?? measure.Second) is not null);
    }
}
