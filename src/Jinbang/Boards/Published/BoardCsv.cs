using System.Globalization;
using Jinbang.Boards.Formats;
using Jinbang.Statistics;

namespace Jinbang.Boards.Published;

/// <summary>What <see cref="CsvFormat"/> writes.</summary>
internal sealed class BoardCsv : PublishedFormat
{
    private static readonly string[] Marks = ["rank", "model", "accuracy", "accuracy_low", "yuan_per_thousand_calls"];

    public override bool Recognises(PublishedText text) =>
        CsvTable.HeadingsOf(text.Text) is { } headings && Marks.All(headings.Contains);

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        var table = text.Csv;
        yield return new(text.Text, new Board(text.Name, Language.English, [.. table.Rows.Select((cells, at) => Row(table, cells, at + 2))]));
    }

    private static BoardRow Row(CsvTable table, IReadOnlyList<string> cells, int number)
    {
        string Cell(string heading) => table.Column(heading) is >= 0 and var at ? cells[at] : "";
        try
        {
            return new BoardRow(CsvFormat.AsMeant(Cell("model")))
            {
                Rank = PageCell.Rank(Cell("rank")),
                Openness = PageCell.Category(Cell("category")),
                House = CsvFormat.AsMeant(Cell("house")),
                IsNew = Cell("new") == "yes",
                Accuracy = Share(Cell("accuracy")),
                AccuracyInterval = Share(Cell("accuracy_low")) is { } low && Share(Cell("accuracy_high")) is { } high ? new Interval(low, high) : null,
                Seconds = PageCell.Number(Cell("seconds")),
                Tokens = PageCell.Number(Cell("tokens")),
                CostPerThousand = PageCell.Decimal(Cell("yuan_per_thousand_calls")),
                Host = CsvFormat.AsMeant(Cell("host")),
                Coverage = Count(Cell("planned")) is { } planned ? Covered(planned, heading => Count(Cell(heading)) ?? 0) : null,
                State = Words.State(Cell("state")),
                ExamVersion = Cell("exam_version") is { Length: > 0 } version ? version : null,
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw new BadInputException(new(
                $"Row {number} is not a row of a board: {problem.Message}", $"第 {number} 行不是榜单的一行：{problem.Message}"), problem);
        }
    }

    private static Coverage Covered(int planned, Func<string, int> count) => new(planned, count("graded"), count("failed"))
    {
        CutOff = count("cut_off"),
        Refused = count("refused"),
        Unreadable = count("unreadable"),
        Unanswered = count("unanswered"),
    };

    private static double? Share(string cell) => PageCell.Number(cell) is not { } share ? null : share <= 1 ? share : throw new FormatException(cell);

    private static int? Count(string cell) => cell.Length > 0 ? int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
