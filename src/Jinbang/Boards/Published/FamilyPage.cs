namespace Jinbang.Boards.Published;

/// <summary>The public boards' page of a family of models: rank, model, house, output price and total, then a column for
/// each domain. Prices stay on the page: they have neither a date nor a price of the prompt.</summary>
internal sealed class FamilyPage : PublishedFormat
{
    private const string Total = "总分";
    private static readonly string[] Known = ["排名", "大模型", "机构", "输出价格", Total];

    public override bool Recognises(PublishedText text) => text.Tables.Any(Fits);

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        var table = text.Tables.First(Fits);
        var rows = table.Rows.Select(row => row.Read(table.Headings.Count, cells => Row(table, cells)));
        yield return new(text.Text, new Board(text.Name, Language.Chinese, [.. rows]) { PublishedPage = text.Text });
    }

    private static bool Fits(PageTable table) => new[] { "排名", "大模型", Total }.All(table.Headings.Contains);

    private static BoardRow Row(PageTable table, IReadOnlyList<string> cells) => PageCell.Model(cells[table.Column("大模型")]) with
    {
        Rank = PageCell.Rank(cells[table.Column("排名")]),
        House = table.Column("机构") is >= 0 and var house ? PageCell.House(cells[house]) : "",
        Accuracy = PageCell.Share(cells[table.Column(Total)]),
        Parts = [.. table.Headings.Select((heading, at) => (heading, at)).Where(column => column.heading.Length > 0 && !Known.Contains(column.heading))
            .Select(column => Part(MarkdownText.Unescape(column.heading), PageCell.Share(cells[column.at])))],
    };

    private static ScorePart Part(string name, double? share) =>
        new(new Phrase(name, name), share, share is null ? ScoreState.Unmeasured : ScoreState.Measured);
}
