using Jinbang.Boards.Columns;
using Parquet;
using Parquet.Schema;

namespace Jinbang.Boards.Formats;

/// <summary>One row a model in a column file, for data programs: typed, unrounded, null where unknown; names as in the
/// CSV. What holds for the whole board is in the file's metadata, and the exam in a column, so that files of many boards
/// can be read as one table.</summary>
public sealed class ParquetFormat : BoardFormat
{
    /// <inheritdoc/>
    public override string Extension => "parquet";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        using var file = new MemoryStream();
        // Writing to memory never waits.
        WriteAsync(board, file).GetAwaiter().GetResult();
        file.Position = 0;
        file.CopyTo(output);
    }

    private static async Task WriteAsync(Board board, MemoryStream file)
    {
        IReadOnlyList<Column> columns = [Column.Text("exam", new("Exam", "题库"), _ => board.FileName), .. DataColumns.Of(board)];
        var schema = new ParquetSchema(columns.Select(Field));
        await using var writer = await ParquetWriter.CreateAsync(schema, file);
        writer.CustomMetadata = Facts(board, columns);
        using var group = writer.CreateRowGroup();
        foreach (var (column, field) in columns.Zip(schema.DataFields))
        {
            await WriteAsync(group, column, field, board.Rows);
        }
    }

    private static Dictionary<string, string> Facts(Board board, IReadOnlyList<Column> columns)
    {
        IEnumerable<(string Name, string? Value)> facts =
        [
            ("title", board.Title),
            ("edition", board.Edition),
            ("exam_version", board.ExamVersion),
            ("notes", string.Join('\n', Remarks.On(board, BoardStyle.Full).Select(note => note.In(board.Language)))),
            .. columns.Where(column => column.Code.StartsWith("part_", StringComparison.Ordinal)).Select(column => (column.Code, (string?)column.Heading.In(board.Language))),
        ];
        return facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).ToDictionary(fact => fact.Name, fact => fact.Value!);
    }

    private static DataField Field(Column column) => column.Kind switch
    {
        ColumnKind.Text => new DataField<string>(column.Code),
        ColumnKind.Mark => new DataField<bool?>(column.Code),
        ColumnKind.Count => new DataField<int?>(column.Code),
        ColumnKind.Share or ColumnKind.Seconds or ColumnKind.Number => new DataField<double?>(column.Code),
        ColumnKind.Yuan => new DecimalDataField(column.Code, 29, 9, isNullable: true),
    };

    private static Task WriteAsync(ParquetRowGroupWriter group, Column column, DataField field, IReadOnlyList<BoardRow> rows) => column.Kind switch
    {
        ColumnKind.Text => group.WriteAsync(field, rows.Select(row => (string?)column.Of(row)).ToList()),
        ColumnKind.Mark => WriteAsync<bool>(group, column, field, rows),
        ColumnKind.Count => WriteAsync<int>(group, column, field, rows),
        ColumnKind.Share or ColumnKind.Seconds or ColumnKind.Number => WriteAsync<double>(group, column, field, rows),
        ColumnKind.Yuan => WriteAsync<decimal>(group, column, field, rows),
    };

    private static Task WriteAsync<T>(ParquetRowGroupWriter group, Column column, DataField field, IReadOnlyList<BoardRow> rows)
        where T : struct => group.WriteAsync<T>(field, rows.Select(row => (T?)column.Of(row)).ToArray());
}
