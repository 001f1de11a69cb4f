using Jinbang.Boards.Columns;
using Jinbang.Boards.Published;
using Jinbang.Boards.Ranks;

namespace Jinbang.Boards;

/// <summary>What a table's columns cannot say about a board.</summary>
public static class Remarks
{
    /// <summary>The board's notes, what others published, its chance level, what its ranks mean, what judges have done, what repeats mean, the exchange
    /// rates of its costs, then what befell single models, in the order of their ranks.</summary>
    /// <param name="board">The board.</param>
    /// <param name="style">How the page looks that they stand on: what it does not show needs no explanation.</param>
    public static IEnumerable<Phrase> On(Board board, BoardStyle style)
    {
        var chance = board.ChanceLevel is { } level ? [Words.ChanceLevel(level)] : Array.Empty<Phrase>();
        var exchange = ExchangeRemark.On(board) is { } rates ? [rates] : Array.Empty<Phrase>();
        var shown = style switch
        {
            BoardStyle.Full => [.. RankRemarks.On(board), .. RepeatRemarks.On(board), .. ValueColumns.RemarkOn(board) is { } value ? [value] : Array.Empty<Phrase>()],
            BoardStyle.Seed => board.Rows.Where(row => row.Accuracy == 0).Select(NoPoints),
        };
        return [.. board.Notes, .. PublishedRemarks.On(board), .. chance, .. shown, .. JudgeRemarks.On(board.Judging), .. exchange, .. PerfectRemark.On(board), .. board.Rows.SelectMany(On)];
    }

    private static Phrase NoPoints(BoardRow row) => new(
        $"{row.Model}: graded, with no points (/% in Markdown)", $"{row.Model}：有评分，得分为零（Markdown 表中记作 /%）");

    private static IEnumerable<Phrase> On(BoardRow row)
    {
        if (row.CostMarks.Count > 1)
        {
            yield return new(
                $"{row.Model}: its costs are by {row.CostMarks.Count} prices, not by one: {string.Join(" | ", row.CostMarks)}. `jinbang reprice` makes them one.",
                $"{row.Model}：花费按 {row.CostMarks.Count} 种价格计算，并不统一：{string.Join(" | ", row.CostMarks)}。`jinbang reprice` 可统一重算。");
        }

        if (row.Coverage is { Marked: > 0 } marked)
        {
            yield return Marked(row.Model, marked);
        }

        if (row.Coverage is { IsFull: false } coverage)
        {
            yield return Incomplete(row, coverage);
        }
    }

    private static Phrase Marked(string model, Coverage coverage)
    {
        var old = coverage.MarkedUnderAnotherKey > 0
            ? new Phrase($", {coverage.MarkedUnderAnotherKey} of them when the question had another key", $"，其中 {coverage.MarkedUnderAnotherKey} 条标注时答案与现在不同")
            : new Phrase("", "");
        var count = coverage.Marked == 1 ? "1 reply" : $"{coverage.Marked} replies";
        return new(
            $"{model}: {count} marked by a person, who overruled the grader{old.English} (`jinbang marks` lists them)",
            $"{model}：{coverage.Marked} 条作答由人工改判{old.Chinese}（`jinbang marks` 可列出）");
    }

    private static Phrase Incomplete(BoardRow row, Coverage coverage)
    {
        var (things, counter) = row.Repeats is null ? ("questions", "题") : ("attempts", "次作答");
        var failed = coverage.Failed > 0
            ? new Phrase($", {coverage.Failed} failed (not counted as wrong)", $"，{coverage.Failed} 次失败（不计为答错）")
            : new Phrase("", "");
        return new(
            $"{row.Model}: {coverage.Graded} of {coverage.Planned} {things} graded{failed.English}",
            $"{row.Model}：{coverage.Planned} {counter}中 {coverage.Graded} {counter[..1]}有评分{failed.Chinese}");
    }
}
