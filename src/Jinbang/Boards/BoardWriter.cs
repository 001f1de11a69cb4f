using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;

namespace Jinbang.Boards;

/// <summary>Posts a board in every format.</summary>
/// <param name="fonts">Where to look for the letters of the picture.</param>
/// <param name="style">How pages look.</param>
public sealed class BoardWriter(Fonts fonts, BoardStyle style)
{
    private const string PictureFolder = "pic";

    /// <summary>Which files are written; pages bring an SVG when no picture is asked for.</summary>
    public IReadOnlyCollection<BoardFileKind> Formats { get; init; } = Usual;

    /// <summary>The files that are quickly written and commonly wanted.</summary>
    public static IReadOnlyCollection<BoardFileKind> Usual { get; } =
        [BoardFileKind.Markdown, BoardFileKind.Csv, BoardFileKind.Json, BoardFileKind.Svg, BoardFileKind.Png, BoardFileKind.Xlsx];

    /// <summary>Writes the pages and the tables into the folder and the pictures into its folder <c>pic</c>, over older
    /// ones. Each file appears whole or not at all. Without a font for its letters there is no PNG, and the page shows
    /// the SVG instead.</summary>
    public BoardFiles Write(Board board, string folder)
    {
        List<string> paths = [.. Tables().Select(format => Write(board, format, folder))];
        var stem = Path.Combine(folder, PictureFolder, FileNames.For(board.FileName));
        var pictures = BoardPictures.Of(BoardPictures.Drawn(board));
        List<Phrase> leftOut = [];
        var png = Formats.Contains(BoardFileKind.Png) ? WritePng(pictures, stem, leftOut) : [];
        if (Formats.Contains(BoardFileKind.Svg) || (png.Count == 0 && Formats.Contains(BoardFileKind.Markdown)))
        {
            paths.AddRange(WritePictures(pictures, new SvgFormat(), stem));
            paths.AddRange(WritePictures(pictures, new SvgFormat(Theme.Dark), stem));
        }

        RemovePictures(pictures, stem);
        paths.AddRange(png);
        var pages = Formats.Contains(BoardFileKind.Markdown) ? WritePages(board, Page(board, png.Count > 0 ? "png" : "svg"), folder) : [];
        return new BoardFiles([.. pages, .. paths], leftOut);
    }

    private IEnumerable<BoardFormat> Tables() => new (BoardFileKind Kind, BoardFormat Format)[]
    {
        (BoardFileKind.Json, new JsonFormat()),
        (BoardFileKind.Csv, new CsvFormat()),
        (BoardFileKind.Xlsx, new XlsxFormat()),
        (BoardFileKind.Parquet, new ParquetFormat()),
        (BoardFileKind.Html, new HtmlFormat()),
    }.Where(table => Formats.Contains(table.Kind)).Select(table => table.Format);

    private List<string> WritePng(IReadOnlyList<Picture> pictures, string stem, List<Phrase> leftOut)
    {
        try
        {
            return WritePictures(pictures, new PngFormat(fonts), stem);
        }
        catch (BadInputException problem)
        {
            leftOut.Add(problem.Problem);
            return [];
        }
    }

    /// <summary>An older board may have had pictures that this one has no figures for.</summary>
    private static void RemovePictures(IReadOnlyList<Picture> pictures, string stem)
    {
        foreach (var suffix in BoardPictures.Suffixes.Except(pictures.Select(picture => picture.Suffix)))
        {
            foreach (var path in ((string[])[".svg", ".dark.svg", ".png"]).Select(ending => stem + suffix + ending))
            {
                if (File.Exists(path))
                {
                    File.Delete(path);
                }
            }
        }
    }

    private static List<string> WritePictures(IReadOnlyList<Picture> pictures, PictureFormat format, string stem) =>
        [.. pictures.Select(picture => Write(stem + format.EndingOf(picture), stream => format.Write(picture, stream)))];

    private BoardFormat Page(Board board, string picture) => style switch
    {
        BoardStyle.Full => new MarkdownFormat(PictureFolder, picture),
        BoardStyle.Seed when board.Family is not null => new FamilyMarkdownFormat(),
        BoardStyle.Seed => new SeedMarkdownFormat(PictureFolder, picture),
    };

    /// <summary>The page in Chinese, as the public boards are, and beside it one in the board's language.</summary>
    private static IEnumerable<string> WritePages(Board board, BoardFormat format, string folder)
    {
        yield return Write(board.In(Language.Chinese), format, folder);
        if (board.Language != Language.Chinese)
        {
            yield return Write(board, format, folder, "." + board.Language.Code());
        }
    }

    private static string Write(Board board, BoardFormat format, string folder, string mark = "") => Write(
        Path.Combine(folder, $"{FileNames.For(board.FileName)}{mark}.{format.Extension}"), stream => format.Write(board, stream));

    private static string Write(string path, Action<Stream> write)
    {
        WholeFile.Write(path, write);
        return path;
    }
}
