using System.Text;
using Jinbang.Boards.Columns;

namespace Jinbang.Boards.Formats;

/// <summary>A page with everything that people are shown of a board: its columns, what repeats have shown, what right answers cost, remarks, pictures.</summary>
/// <param name="pictureFolder">Where the page finds the board's pictures, relative to itself, with forward slashes.</param>
/// <param name="pictureExtension">Which pictures it shows: png or svg.</param>
public sealed class MarkdownFormat(string pictureFolder = "pic", string pictureExtension = "png") : BoardFormat
{
    /// <inheritdoc/>
    public override string Extension => "md";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        var page = new StringBuilder();
        page.Append("# ").Append(MarkdownText.Escape(board.Title)).Append("\n\n");
        page.Append(MarkdownText.Escape(About(board).In(board.Language))).Append("\n\n");
        WriteTable(page, board);
        WriteRepeats(page, board);
        WriteValues(page, board);
        foreach (var remark in Remarks.On(board, BoardStyle.Full).Select((text, at) => (text, at)))
        {
            page.Append(remark.at == 0 ? "\n- " : "- ").Append(MarkdownText.Escape(remark.text.In(board.Language))).Append('\n');
        }

        foreach (var picture in BoardPictures.Of(board))
        {
            page.Append("\n![").Append(MarkdownText.Escape(picture.Alternative.In(board.Language))).Append("](")
                .Append(MarkdownText.Picture(pictureFolder, board, picture.Suffix, pictureExtension)).Append(")\n");
        }

        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>What the board is about, in a line.</summary>
    internal static Phrase About(Board board)
    {
        List<Phrase> parts = [Words.Models(board.Rows.Count)];
        parts.AddRange(board.Questions > 0 ? [Words.Questions(board.Questions)] : []);
        parts.AddRange(board.ExamVersion is { } version ? [new($"exam version {version}", $"题库版本 {version}")] : Array.Empty<Phrase>());
        parts.AddRange(board.Edition is { } edition ? [new($"edition {edition}", $"榜单版次 {edition}")] : Array.Empty<Phrase>());
        return new(string.Join(" · ", parts.Select(part => part.English)), string.Join(" · ", parts.Select(part => part.Chinese)));
    }

    private static void WriteTable(StringBuilder page, Board board)
    {
        var columns = BoardColumns.Of(board);
        WriteLine(page, columns.Select(column => MarkdownText.Escape(column.Heading.In(board.Language))));
        WriteLine(page, columns.Select(column => column.IsText ? "---" : "---:"));
        foreach (var row in board.Rows)
        {
            WriteLine(page, columns.Select(column => MarkdownText.Escape(column.Show(row, board.Language))));
        }
    }

    private static void WriteRepeats(StringBuilder page, Board board)
    {
        var columns = RepeatColumns.Of(board);
        if (columns.Count == 0)
        {
            return;
        }

        page.Append('\n');
        WriteLine(page, columns.Select(column => column.Heading.In(board.Language)).Prepend(Words.Model.In(board.Language)));
        WriteLine(page, columns.Select(_ => "---:").Prepend("---"));
        foreach (var row in board.Rows.Where(row => row.Repeats is not null))
        {
            WriteLine(page, columns.Select(column => column.Show(row.Repeats!)).Prepend(MarkdownText.Escape(row.Model)));
        }
    }

    private static void WriteValues(StringBuilder page, Board board)
    {
        var columns = board.TellsValue ? ValueColumns.Of(board) : [];
        if (columns.Count == 0)
        {
            return;
        }

        page.Append('\n');
        WriteLine(page, columns.Select(column => column.Heading.In(board.Language)).Prepend(Words.Model.In(board.Language)));
        WriteLine(page, columns.Select(_ => "---:").Prepend("---"));
        foreach (var (row, place) in board.Rows.Select((row, place) => (row, place)))
        {
            WriteLine(page, columns.Select(column => column.Show(place)).Prepend(MarkdownText.Escape(row.Model)));
        }
    }

    private static void WriteLine(StringBuilder page, IEnumerable<string> cells) => page.Append('|').AppendJoin('|', cells).Append("|\n");
}
