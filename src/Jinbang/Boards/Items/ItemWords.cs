using System.Globalization;

namespace Jinbang.Boards.Items;

/// <summary>What is told of questions, in few words, and in what order.</summary>
public static class ItemWords
{
    /// <summary>A flag in words; in English also as it is written on the command line, but for spaces.</summary>
    public static Phrase Say(ItemConcern flag) => flag switch
    {
        ItemConcern.SuspectKey => new("suspect key", "答案可疑"),
        ItemConcern.Negative => new("negative", "区分度为负"),
        ItemConcern.Everyone => new("everyone", "全对"),
        ItemConcern.Nobody => new("nobody", "全错"),
        ItemConcern.Unread => new("unread", "全读不出"),
        ItemConcern.Twin => new("twin", "重题"),
    };

    /// <summary>How often each option was picked, right ones starred.</summary>
    public static string Picked(ItemRow row) => string.Join(' ', row.Options.Select(option => $"{option.Letter}{(option.IsKey ? "*" : "")} {option.Picks}"));

    /// <summary>What became of the attempts that brought no answer; empty when all did.</summary>
    public static Phrase Missing(ItemRow row)
    {
        var kinds = new (int Count, Phrase Word)[]
        {
            (row.Attempts.Unreadable, new("unreadable", "读不出")), (row.Attempts.Unanswered, new("unanswered", "未作答")),
            (row.Attempts.Refused, new("refused", "拒答")), (row.Attempts.Failed, new("failed", "失败")),
        }.Where(kind => kind.Count > 0).ToList();
        return new(
            string.Join(' ', kinds.Select(kind => $"{kind.Word.English} {kind.Count}")), string.Join(' ', kinds.Select(kind => $"{kind.Word.Chinese} {kind.Count}")));
    }

    /// <summary>What strong models are rather for, with the log-odds, where these speak against the key; else empty.</summary>
    public static string Rival(ItemRow row) => row is { Rival: { } rival, Margin: > 0 and var margin }
        ? $"{rival} +{margin.ToString("F1", CultureInfo.InvariantCulture)}"
        : "";

    /// <summary>The rows by suspicion, the most suspect first, unless another word is given: file, difficulty or discrimination.</summary>
    public static IEnumerable<ItemRow> InOrder(this IEnumerable<ItemRow> rows, string? order) => order switch
    {
        "file" => rows,
        "difficulty" => rows.OrderBy(row => row.Difficulty ?? 2),
        "discrimination" => rows.OrderBy(row => row.Discrimination ?? 2),
        _ => rows.OrderByDescending(row => row.Flags.Contains(ItemConcern.SuspectKey)).ThenByDescending(row => row.Suspicion),
    };
}
