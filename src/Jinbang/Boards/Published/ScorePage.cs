namespace Jinbang.Boards.Published;

/// <summary>The public boards' older pages, of four columns: category, model (its house within the name), score and rank.
/// The score's heading is the exam's name, or merely says that it is a score.</summary>
internal sealed class ScorePage : PublishedFormat
{
    public override bool Recognises(PublishedText text) => text.Tables.Any(Fits);

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        var table = text.Tables.First(Fits);
        var heading = MarkdownText.Unescape(table.Headings[2]);
        var title = heading is "" or "score" or "Score" or "得分" or "分数" ? text.Name : heading;
        var rows = table.Rows.Select(row => row.Read(table.Headings.Count, Row));
        yield return new(text.Text, new Board(title, Language.Chinese, [.. rows]) { FileName = text.Name, PublishedPage = text.Text });
    }

    private static bool Fits(PageTable table) => table.Headings is ["类别", "大模型", _, "排名"];

    private static BoardRow Row(IReadOnlyList<string> cells) => PageCell.Model(cells[1]) with
    {
        Openness = PageCell.Category(cells[0]),
        Accuracy = PageCell.Share(cells[2]),
        Rank = PageCell.Rank(cells[3]),
    };
}
