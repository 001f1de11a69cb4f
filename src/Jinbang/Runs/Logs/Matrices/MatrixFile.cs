using Jinbang.Exams.Formats;

namespace Jinbang.Runs.Logs.Matrices;

/// <summary>Reads the files of response matrices.</summary>
internal static class MatrixFile
{
    private const string Marks = "01.";
    private const string Options = "ABCDEFGHIJ";
    private static readonly string[] ItemNames = ["item", "question_id", "id"];
    private static readonly string[] StratumNames = ["stratum", "category", "subject"];
    private static readonly string[] KeyNames = ["answer", "key"];

    /// <inheritdoc cref="ResponseMatrix.Read"/>
    public static ResponseMatrix? Read(string path, string? items)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException(new($"There is no file {path}.", $"文件 {path} 不存在。"));
        }

        var rows = CsvRows.Read(ExamFile.Open(path));
        return rows.FirstOrDefault()?.Cells is not { Count: > 1 } headings ? null
            : headings is ["model", "responses"] ? OfLines(path, [.. rows.Skip(1)], items ?? throw NoItems(path))
            : ItemNames.Contains(headings[0]) ? OfColumns(path, headings, [.. rows.Skip(1).Where(row => !row.IsBlank)])
            : null;
    }

    private static ResponseMatrix OfLines(string path, List<TableRow> rows, string itemsPath)
    {
        var items = Items(itemsPath);
        return new(path, items, [.. rows.Where(row => !row.IsBlank).Select(row => Whole(row, 2)).Select(row => row.Cells[1].Length == items.Count
            ? new MatrixColumn(row.Cells[0], [.. row.Cells[1].Select(mark => mark.ToString())])
            : throw new BadInputException(new(
                $"{row.Place}: {row.Cells[1].Length} responses for the {items.Count} items of {itemsPath}.",
                $"{row.Place}：有 {row.Cells[1].Length} 个作答，而 {itemsPath} 有 {items.Count} 题。")))]);
    }

    private static List<MatrixItem> Items(string path)
    {
        var rows = CsvRows.Read(ExamFile.Open(path)).Where(row => !row.IsBlank).ToList();
        var headings = rows[0].Cells;
        var (item, stratum) = (Find(headings, ItemNames), Find(headings, StratumNames));
        return item < 0
            ? throw new BadInputException(new($"{path} has no column item.", $"{path} 没有 item 列。"))
            : [.. rows.Skip(1).Select(row => Whole(row, headings.Count)).Select(row => new MatrixItem(row.Cells[item], row.Cell(stratum), null))];
    }

    /// <summary>Columns that hold other things than marks or letters are no models' and are passed over.</summary>
    private static ResponseMatrix? OfColumns(string path, IReadOnlyList<string> headings, List<TableRow> rows)
    {
        rows.ForEach(row => Whole(row, headings.Count));
        var (stratum, key) = (Find(headings, StratumNames), Find(headings, KeyNames));
        var models = Enumerable.Range(1, headings.Count - 1)
            .Where(column => column != stratum && column != key && rows.TrueForAll(row => IsResponse(row.Cells[column], key >= 0)))
            .Select(column => new MatrixColumn(headings[column], [.. rows.Select(row => row.Cells[column])])).ToList();
        return models.Count == 0 ? null
            : new(path, [.. rows.Select(row => new MatrixItem(row.Cells[0], row.Cell(stratum), key < 0 ? null : row.Cells[key]))], models);
    }

    private static bool IsResponse(string cell, bool isLetters) => cell is "" or "NA"
        || (isLetters ? cell.Length <= Options.Length && cell.All(Options.Contains) : cell.Length == 1 && Marks.Contains(cell[0]));

    private static int Find(IReadOnlyList<string> headings, string[] names) =>
        headings.TakeWhile(heading => !names.Contains(heading)).Count() is var at && at < headings.Count ? at : -1;

    private static TableRow Whole(TableRow row, int columns) => row.Fault is null && row.Cells.Count == columns ? row : throw new BadInputException(
        row.Fault is { } fault ? new($"{row.Place}: {fault.English}", $"{row.Place}：{fault.Chinese}")
        : new($"{row.Place}: {row.Cells.Count} cells and not {columns}.", $"{row.Place}：有 {row.Cells.Count} 个单元格，应为 {columns} 个。"));

    private static BadInputException NoItems(string path) => new(new(
        $"{path} is a response matrix: name the file of its items with --items.", $"{path} 是作答矩阵：请用 --items 指定题目文件。"));
}
