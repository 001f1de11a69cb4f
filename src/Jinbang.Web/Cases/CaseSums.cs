using System.Globalization;
using Jinbang.Runs.Search;

namespace Jinbang.Web.Cases;

/// <summary>How much was found, in words.</summary>
internal static class CaseSums
{
    /// <summary>Says how many there are.</summary>
    /// <param name="hits">What was found.</param>
    /// <param name="isSought">Whether only some were looked for.</param>
    public static Phrase Of(CaseHits hits, bool isSought)
    {
        var number = hits.Total.ToString("N0", CultureInfo.InvariantCulture);
        return hits switch
        {
            { AreMore: true } => new($"More than {number} replies", $"超过 {number} 条作答"),
            { Total: 0 } when !isSought => new("Nothing is here yet: once models were asked, what they got wrong is listed here.", "这里还没有内容：考过模型之后，答错的会列在这里。"),
            { Total: 0 } => new("No reply is so. Fewer words or filters find more.", "没有符合条件的作答。减少关键词或筛选条件可找到更多。"),
            { IsAbout: true } => new($"About {number} replies", $"约 {number} 条作答"),
            { Total: 1 } => new("1 reply", "1 条作答"),
            _ => new($"{number} replies", $"{number} 条作答"),
        };
    }

    /// <summary>Says how far the index has come.</summary>
    public static Phrase Behind(SearchProgress? progress)
    {
        if (progress is null or { Of: 0 })
        {
            return new("The index of replies is being made.", "正在建立作答索引。");
        }

        var (done, of) = (progress.Done.ToString("N0", CultureInfo.InvariantCulture), progress.Of.ToString("N0", CultureInfo.InvariantCulture));
        return new($"The index of replies is being made: {done} of {of} can be found so far.", $"正在建立作答索引：已可搜索 {done} / {of} 条。");
    }
}
