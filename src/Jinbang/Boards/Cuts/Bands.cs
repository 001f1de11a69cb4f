namespace Jinbang.Boards.Cuts;

/// <summary>Named cuts: bands that each make a board of its own.</summary>
public static class Bands
{
    /// <summary>The bands of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="board">The board, whose houses count.</param>
    public static IReadOnlyList<Cut> Of(CutKind kind, Board board) => kind switch
    {
        CutKind.Price =>
        [
            Band("output price 5 yuan and more", "输出价格5元及以上", "output-price >= 5"),
            Band("output price 1 to 5 yuan", "输出价格1~5元", "output-price >= 1 and output-price < 5"),
            Band("output price below 1 yuan", "输出价格1元以下", "output-price < 1"),
        ],
        CutKind.Size =>
        [
            Band("open models below 5B", "5B以下开源", "open and size < 5"),
            Band("open models of 5B to 20B", "5B~20B开源", "open and size >= 5 and size <= 20"),
            Band("open models above 20B", "20B以上开源", "open and size > 20"),
        ],
        CutKind.House => [.. board.Rows.Select(row => row.House).Where(house => house.Length > 0).Distinct().Select(OfHouse)],
        CutKind.Open => [Band("commercial models", "商用", "not open"), Band("open models", "开源", "open")],
        CutKind.Thinking => [Band("thinking models", "推理模型", "thinking"), Band("models that do not think", "非推理模型", "not thinking")],
        CutKind.New => [Band("new models", "新模型", "new")],
    };

    private static Cut Band(string english, string chinese, string condition) => new(new(english, chinese), Condition.Parse(condition));

    private static Cut OfHouse(string house) =>
        new(new(house, house), new Comparison(Fields.Find("house")!, Relation.Equal, house));
}
