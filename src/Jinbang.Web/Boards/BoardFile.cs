using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using Jinbang.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>A view of a board as a file.</summary>
internal static class BoardFile
{
    /// <summary>The endings of all files, each with the word of its link and its type.</summary>
    public static IReadOnlyList<(string Ending, string Word, string Type)> Kinds { get; } =
    [
        ("md", "Markdown", "text/markdown; charset=utf-8"), ("csv", "CSV", "text/csv; charset=utf-8"),
        ("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("json", "JSON", "application/json"),
        ("png", "PNG", "image/png"), ("svg", "SVG", "image/svg+xml"),
    ];

    /// <summary>The file's content.</summary>
    /// <param name="board">The view, in the reader's language.</param>
    /// <param name="ending">One of <see cref="Kinds"/>.</param>
    /// <param name="look">Which picture, and how it looks.</param>
    /// <exception cref="BadInputException">There is no font for a PNG, or no such picture.</exception>
    public static byte[] Of(Board board, string ending, PictureLook look)
    {
        using var content = new MemoryStream();
        switch (ending)
        {
            case "svg":
                new SvgFormat(look.Theme, look.Frame).Write(PictureOf(board, look), content);
                break;
            case "png":
                new PngFormat(Surroundings.Fonts(), look.Theme, look.Frame).Write(PictureOf(board, look), content);
                break;
            default:
                TableOf(ending).Write(board, content);
                break;
        }

        return content.ToArray();
    }

    /// <summary>The pictures that a board has figures for.</summary>
    public static IReadOnlyList<Picture> PicturesOf(Board board) => BoardPictures.Of(BoardPictures.Drawn(board));

    private static BoardFormat TableOf(string ending) => ending switch
    {
        "md" => new MarkdownFormat("pic", "svg"),
        "csv" => new CsvFormat(),
        "xlsx" => new XlsxFormat(),
        _ => new JsonFormat(),
    };

    private static Picture PictureOf(Board board, PictureLook look) =>
        PicturesOf(board).FirstOrDefault(picture => picture.Suffix == look.Suffix) ?? throw new BadInputException(new(
            "The board has no such picture.", "本榜没有这张图。"));
}
