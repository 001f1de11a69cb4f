using System.Globalization;
using Jinbang.Exams.Formats;

namespace Jinbang.Runs.Marks;

/// <summary>Reads marks from a CSV file under the headings model, question, exam, repeat, verdict, points, by and reason.</summary>
public static class MarkFile
{
    private static readonly string[] Headings = ["model", "question", "exam", "repeat", "verdict", "points", "by", "reason"];
    private static readonly string[] Needed = ["model", "question", "verdict"];

    /// <summary>The orders of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="by">Who gives the marks whose line names nobody.</param>
    /// <param name="reason">Why those are given whose line gives no reason.</param>
    /// <exception cref="BadInputException">The file or a line of it cannot be used; names the line.</exception>
    public static IReadOnlyList<MarkOrder> Read(string path, string by, string reason)
    {
        var rows = CsvRows.Read(ExamFile.Open(path)).Where(row => !row.IsBlank).ToList();
        if (rows.Count < 2)
        {
            throw new BadInputException(new($"{path} has no marks below its headings.", $"{path} 的表头下没有标注。"));
        }

        var columns = Columns(rows[0]);
        return [.. rows.Skip(1).Select(row => Read(row, columns, by, reason))];
    }

    private static MarkOrder Read(TableRow row, Dictionary<string, int> columns, string by, string reason)
    {
        if (row.Fault is { } fault)
        {
            throw MarkOrder.At(row.Place, fault);
        }

        try
        {
            var order = MarkOrder.Of(
                Cell("model"), Cell("question"), Cell("verdict"), Cell("points"), Cell("by") is { Length: > 0 } named ? named : by, Cell("reason") is { Length: > 0 } told ? told : reason);
            return order with { Exam = Cell("exam") is { Length: > 0 } exam ? exam : null, Repeat = Repeat(Cell("repeat")), Place = row.Place };
        }
        catch (BadInputException problem)
        {
            throw MarkOrder.At(row.Place, problem.Problem, problem);
        }

        string Cell(string heading) => row.Cell(columns.GetValueOrDefault(heading, -1)).Trim();
    }

    private static int Repeat(string text) => text.Length == 0 ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var repeat) && repeat > 0 ? repeat - 1
        : throw new BadInputException(new($"the repeat \"{text}\" is not a number from 1 up.", $"遍数“{text}”不是从 1 起的整数。"));

    private static Dictionary<string, int> Columns(TableRow heading)
    {
        var columns = heading.Cells.Select((cell, column) => (Name: cell.Trim().ToLowerInvariant(), column)).Where(found => found.Name.Length > 0).ToList();
        if (columns.Find(found => !Headings.Contains(found.Name)).Name is { } unknown)
        {
            throw MarkOrder.At(heading.Place, new(
                $"the column \"{unknown}\" is not known; the columns are {string.Join(", ", Headings)}.",
                $"列“{unknown}”无法识别；可用的列：{string.Join("、", Headings)}。"));
        }

        var found = columns.DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.column);
        return Array.Find(Needed, needed => !found.ContainsKey(needed)) is not { } missing ? found : throw MarkOrder.At(heading.Place, new(
            $"the column {missing} is missing; {string.Join(", ", Needed)} are needed.", $"缺少 {missing} 列；必须有 {string.Join("、", Needed)}。"));
    }
}
