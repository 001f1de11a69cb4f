using System.Drawing;
using System.IO.Compression;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Columns;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Jinbang.Boards.Formats;

/// <summary>A workbook: the board as a table with numbers that are numbers, and the notes on a sheet of their own. Columns
/// of which nothing is known are left out. Texts are cells of text, and none begins like a formula.</summary>
public sealed class XlsxFormat : BoardFormat
{
    private const int Widest = 48;

    // A cell holds 32,767, an apostrophe included.
    private const int MostLetters = 32_766;

    private const double NoteWidth = 110;

    // A letter as wide as it is high fills two units of a column's width.
    private const double LetterWidth = 0.5;

    // The first day that a ZIP archive can name: files that only differ in when they were written would never be unchanged.
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Phrase BoardSheet = new("Board", "榜单");

    private static readonly Phrase NoteSheet = new("Notes", "说明");

    /// <inheritdoc/>
    public override string Extension => "xlsx";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        using var dated = new MemoryStream();
        // Writing to memory never waits.
        WriteAsync(board, dated).GetAwaiter().GetResult();
        CopyUndated(dated, output);
    }

    private static async Task WriteAsync(Board board, MemoryStream output)
    {
        await using var book = await Spreadsheet.CreateNewAsync(output, new SpreadCheetahOptions { DocumentProperties = null });
        var heading = book.AddStyle(new Style { Font = { Bold = true }, Fill = { Color = Color.FromArgb(0xE8, 0xED, 0xF2) }, Alignment = { WrapText = true } });
        var styles = Enum.GetValues<ColumnKind>().ToDictionary(kind => kind, kind => book.AddStyle(StyleOf(kind)));
        var columns = DataColumns.Of(board).Where(column => board.Rows.Count == 0 || board.Rows.Any(row => column.Of(row) is not null)).ToList();
        await book.StartWorksheetAsync(BoardSheet.In(board.Language), Layout(board, columns));
        await book.AddRowAsync(columns.Select(column => new StyledCell(Text(column.Heading.In(board.Language)), heading)).ToArray());
        foreach (var row in board.Rows)
        {
            await book.AddRowAsync(columns.Select(column => Cell(column.Of(row), styles[column.Kind])).ToArray());
        }

        await WriteNotesAsync(book, board);
        await book.FinishAsync();
    }

    private static async Task WriteNotesAsync(Spreadsheet book, Board board)
    {
        var wrapped = book.AddStyle(new Style { Alignment = { WrapText = true } });
        var options = new WorksheetOptions();
        options.Column(1).Width = NoteWidth;
        await book.StartWorksheetAsync(NoteSheet.In(board.Language), options);
        foreach (var note in Notes(board))
        {
            await book.AddRowAsync([new StyledCell(Text(note), wrapped)]);
        }
    }

    private static IEnumerable<string> Notes(Board board)
    {
        var edition = board.Edition is { } named ? [new Phrase($"Edition: {named}", $"版次：{named}")] : Array.Empty<Phrase>();
        var questions = board.Questions > 0 ? [Words.Questions(board.Questions)] : Array.Empty<Phrase>();
        var prices = PriceRemark.On(board) is { } remark ? [remark] : Array.Empty<Phrase>();
        return [board.Title, .. edition.Concat(questions).Concat(Remarks.On(board, BoardStyle.Full)).Concat(prices).Select(note => note.In(board.Language))];
    }

    private static WorksheetOptions Layout(Board board, List<Column> columns)
    {
        var end = $"{SpreadsheetUtility.GetColumnName(columns.Count)}{board.Rows.Count + 1}";
        var options = new WorksheetOptions
        {
            FrozenRows = 1,
            FrozenColumns = columns.FindIndex(column => column.Code == "model") + 1,
            AutoFilter = new AutoFilterOptions($"A1:{end}"),
        };
        for (var at = 0; at < columns.Count; at++)
        {
            options.Column(at + 1).Width = WidthOf(columns[at], board);
        }

        return options;
    }

    private static double WidthOf(Column column, Board board)
    {
        var texts = column.Kind == ColumnKind.Text ? board.Rows.Select(row => (string?)column.Of(row) ?? "") : [];
        var widest = texts.Append(column.Heading.In(board.Language)).Max(text => TextWidth.Estimate(Plain.Text(text), 1));
        // The button of the filter covers the heading's end.
        return Math.Clamp(widest / LetterWidth + 3, 7, Widest);
    }

    private static StyledCell Cell(object? value, StyleId style) => value switch
    {
        string text => new StyledCell(Text(text), style),
        bool mark => new StyledCell(mark, style),
        int count => new StyledCell(count, style),
        double number => new StyledCell(number, style),
        decimal yuan => new StyledCell(yuan, style),
        _ => new StyledCell((string?)null, style),
    };

    private static string Text(string text) => SpreadsheetText.Harmless(Plain.Text(text.Length <= MostLetters ? text : text[..MostLetters]));

    private static Style StyleOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.Mark => new Style(),
        ColumnKind.Count => new Style { Format = NumberFormat.Custom("#,##0") },
        ColumnKind.Share => new Style { Format = NumberFormat.Custom("0.0%") },
        ColumnKind.Seconds => new Style { Format = NumberFormat.Custom("0.00") },
        ColumnKind.Number => new Style { Format = NumberFormat.Custom("#,##0.0##") },
        ColumnKind.Yuan => new Style { Format = NumberFormat.Custom("#,##0.00") },
    };

    private static void CopyUndated(MemoryStream dated, Stream output)
    {
        using var from = new ZipArchive(dated, ZipArchiveMode.Read);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in from.Entries)
        {
            var copy = to.CreateEntry(part.FullName);
            copy.LastWriteTime = NoDay;
            using var source = part.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
}
