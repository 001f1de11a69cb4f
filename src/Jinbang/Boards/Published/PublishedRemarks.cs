namespace Jinbang.Boards.Published;

/// <summary>Which figures of a board were published by others, in sentences.</summary>
internal static class PublishedRemarks
{
    private const int MostNames = 5;

    public static IEnumerable<Phrase> On(Board board) => board.Rows
        .Where(row => row.PublishedBy is not null)
        .GroupBy(row => row.PublishedBy!)
        .Select(group => On(group.Key, [.. group.Select(row => row.Model)], isAll: group.Count() == board.Rows.Count));

    private static Phrase On(string origin, List<string> models, bool isAll)
    {
        var (more, names) = (models.Count - MostNames, models.Take(MostNames).ToList());
        var (english, chinese) = isAll ? ("All figures", "全部数据") : (
            $"† {string.Join(", ", names)}{(more > 0 ? $" and {more} more" : "")}",
            $"† {string.Join("、", names)}{(more > 0 ? $" 等 {models.Count} 个模型" : "")}");
        var unranked = isAll ? new Phrase("", "") : new Phrase(
            "; they stand where their accuracy places them and have no rank among ours", "；按其准确率排列，但不参与本榜名次");
        return new(
            $"{english}: published by others, not measured here ({origin}){unranked.English}",
            $"{chinese}：他人公布，非本榜实测（{origin}）{unranked.Chinese}");
    }
}
