namespace Jinbang.Boards.Published;

/// <summary>What differs between two imports of one board.</summary>
/// <param name="Added">Models that only the later has.</param>
/// <param name="Gone">Models that only the earlier has.</param>
/// <param name="Changed">Models of which some figure, rank or word differs.</param>
public sealed record PublishedChange(IReadOnlyList<string> Added, IReadOnlyList<string> Gone, IReadOnlyList<string> Changed)
{
    private const int MostNames = 5;

    /// <summary>Compares two imports.</summary>
    public static PublishedChange Between(Board before, Board after)
    {
        var (old, young) = (Rows(before), Rows(after));
        return new(
            [.. young.Keys.Where(model => !old.ContainsKey(model))],
            [.. old.Keys.Where(model => !young.ContainsKey(model))],
            [.. young.Keys.Where(model => old.TryGetValue(model, out var row) && row != young[model])]);
    }

    /// <summary>The difference in a sentence.</summary>
    public Phrase Told => new(
        $"{Added.Count} models added{Names(Added, ", ")}, {Gone.Count} gone{Names(Gone, ", ")}, {Changed.Count} changed{Names(Changed, ", ")}",
        $"新增 {Added.Count} 个模型{Names(Added, "、")}，移除 {Gone.Count} 个{Names(Gone, "、")}，有变 {Changed.Count} 个{Names(Changed, "、")}");

    private static string Names(IReadOnlyList<string> models, string comma) =>
        models.Count == 0 ? "" : $" ({string.Join(comma, models.Take(MostNames))}{(models.Count > MostNames ? ", …" : "")})";

    /// <summary>What each model has, in words, so that lists compare by what they hold.</summary>
    private static Dictionary<string, string> Rows(Board board) => board.Rows.GroupBy(row => row.Model)
        .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(row => string.Join('|', [
            $"{row with { Parts = [], PublishedBy = null, CostMarks = [] }}", .. row.Parts.Select(part => $"{part.Name.English}={part.Accuracy}")]))));
}
