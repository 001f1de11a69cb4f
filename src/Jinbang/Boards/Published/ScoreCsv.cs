using System.Globalization;

namespace Jinbang.Boards.Published;

/// <summary>A plain table of models with a column of scores or several, a line a model. Scores are columns that hold
/// nothing but numbers: of 1 and below they are shares, of 100 and below percentages, and above that no scores.</summary>
internal sealed class ScoreCsv : PublishedFormat
{
    private static readonly string[] ModelNames = ["model", "name", "model_name", "大模型", "模型"];
    private static readonly string[] HouseNames = ["house", "organization", "organisation", "机构", "厂商"];
    private static readonly string[] MainNames = ["accuracy", "准确率", "总分", "score", "avg", "average", "mean", "overall", "total"];
    private static readonly string[] OtherNames =
        ["rank", "排名", "id", "year", "size", "params", "parameters", "seconds", "tokens", "price", "cost", "question_id", "item"];

    /// <summary>A log has many lines a model.</summary>
    public override bool Recognises(PublishedText text)
    {
        if (CsvTable.HeadingsOf(text.Text) is not { } headings || !ModelNames.Any(name => headings.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        var table = text.Csv;
        var model = table.Column(ModelNames);
        return table.Rows.DistinctBy(cells => cells[model]).Count() * 10 > table.Rows.Count * 9 && Scores(table).Count > 0;
    }

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        var table = text.Csv;
        var scores = Scores(table);
        var main = Main(table, scores, settings.Score);
        var (model, house) = (table.Column(ModelNames), table.Column(HouseNames));
        var rows = table.Rows.Select(cells => new BoardRow(cells[model])
        {
            House = house < 0 ? "" : cells[house],
            Accuracy = main.Of(cells),
            Parts = [.. scores.Where(score => score != main).Select(score => score.PartOf(cells))],
        });
        yield return new(text.Text, new Board(text.Name, Language.English, Board.Ranked(rows)));
    }

    private static ScoreColumn Main(CsvTable table, List<ScoreColumn> scores, string? wanted)
    {
        var column = table.Column(wanted is null ? MainNames : [wanted]);
        return scores.Find(score => score.Column == column) ?? (wanted is null ? scores[0] : throw new BadInputException(new(
            $"There is no column of scores named {wanted}. There are: {string.Join(", ", scores.Select(score => score.Heading))}",
            $"没有名为 {wanted} 的得分列。现有：{string.Join("、", scores.Select(score => score.Heading))}")));
    }

    private static List<ScoreColumn> Scores(CsvTable table)
    {
        var found = new List<ScoreColumn>();
        for (var at = 0; at < table.Headings.Count; at++)
        {
            if (!OtherNames.Contains(table.Headings[at], StringComparer.OrdinalIgnoreCase) && Most(table, at) is { } most and <= 100)
            {
                found.Add(new(at, table.Headings[at], most <= 1 ? 1 : 100));
            }
        }

        return found;
    }

    /// <summary>The largest number of a column; null when it holds anything but numbers from 0 up, or nothing.</summary>
    private static double? Most(CsvTable table, int column)
    {
        double? most = null;
        foreach (var cell in table.Rows.Select(cells => cells[column]).Where(cell => cell.Length > 0))
        {
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and < double.PositiveInfinity))
            {
                return null;
            }

            most = Math.Max(most ?? 0, number);
        }

        return most;
    }
}
