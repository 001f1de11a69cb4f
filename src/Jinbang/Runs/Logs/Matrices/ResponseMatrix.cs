using System.Globalization;
using CsvHelper;
using Jinbang.Exams;

namespace Jinbang.Runs.Logs.Matrices;

/// <summary>Who got which item right, or picked which letters, as others published it: without replies and without the
/// questions' texts. It becomes a log of an exam that stands in for the questions.</summary>
public sealed class ResponseMatrix
{
    private readonly string path;
    private readonly IReadOnlyList<MatrixItem> items;
    private readonly IReadOnlyList<MatrixColumn> columns;

    internal ResponseMatrix(string path, IReadOnlyList<MatrixItem> items, IReadOnlyList<MatrixColumn> columns)
    {
        (this.path, this.items, this.columns) = (path, items, columns);
    }

    /// <summary>A name for the set: the file's, without what only says that it is a matrix.</summary>
    public string Name => Path.GetFileNameWithoutExtension(path) is var name && name.EndsWith(".responses", StringComparison.Ordinal) ? name[..^".responses".Length] : name;

    /// <summary>Reads a matrix; null when the file is none.</summary>
    /// <param name="path">A CSV with <c>model,responses</c>, a character an item (1 right, 0 wrong, anything else not observed);
    /// or one with a line an item and a column a model, of 1 and 0, or of letters beside a column <c>answer</c>.</param>
    /// <param name="items">A CSV with <c>item</c> and perhaps <c>stratum</c>, for the first form; null when there is none.</param>
    /// <exception cref="BadInputException">It is a matrix, but not whole; names the line.</exception>
    public static ResponseMatrix? Read(string path, string? items) => MatrixFile.Read(path, items);

    /// <summary>The exam that stands in for the questions, as a CSV file that every verb reads.</summary>
    public string WriteExam()
    {
        var last = items.Concat(Letters()).SelectMany(item => item.Key ?? "").DefaultIfEmpty('@').Max();
        var letters = Enumerable.Range('A', last - '@').Select(letter => ((char)letter).ToString()).ToList();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        Write(csv, ["id", "kind", "subject", "question", .. letters, "answer"]);
        foreach (var item in items)
        {
            Write(csv, item.Key is null
                ? [item.Id, "number", item.Stratum ?? "", $"Item {item.Id}, whose text is not given: 1 if its publisher marked the answer right, 0 if wrong", "1"]
                : [item.Id, item.Key.Length > 1 ? "multiple" : "single", item.Stratum ?? "", $"Item {item.Id}, whose text is not given", .. letters.Select(letter => $"option {letter}"), item.Key]);
        }

        csv.Flush();
        return text.ToString();
    }

    /// <summary>The replies: the marks as numbers, or the letters; none where nothing was observed.</summary>
    public IReadOnlyList<LoggedReply> Replies() =>
        [.. columns.SelectMany(column => column.Cells.Zip(items).Where(cell => IsObserved(cell.First, cell.Second))
            .Select(cell => new LoggedReply(column.Model, cell.Second.Id, cell.First, new SourcePlace(path, 0)) { Repeat = column.Repeat }))];

    /// <summary>An empty cell among letters is a reply in which none was found; among marks it is nothing.</summary>
    private static bool IsObserved(string cell, MatrixItem item) => item.Key is null ? cell is "0" or "1" : cell != "NA";

    private IEnumerable<MatrixItem> Letters() =>
        items.Any(item => item.Key is null) ? [] : columns.SelectMany(column => column.Cells).Where(cell => cell != "NA").Distinct().Select(cell => new MatrixItem("", null, cell));

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
