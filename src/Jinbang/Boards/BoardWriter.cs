using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;

namespace Jinbang.Boards;

/// <summary>Posts a board in every format.</summary>
/// <param name="fonts">Where to look for the letters of the picture.</param>
/// <param name="style">How pages look.</param>
public sealed class BoardWriter(Fonts fonts, BoardStyle style)
{
    private const string PictureFolder = "pic";

    // A bar is there to be looked at, and hundreds of them are a burden to draw and to load.
    private const int MostBars = 400;

    /// <summary>Writes the pages and the tables into the folder and the pictures into its folder <c>pic</c>, over older
    /// ones. Each file appears whole or not at all. Without a font for its letters there is no PNG, and the page shows
    /// the SVG instead.</summary>
    public BoardFiles Write(Board board, string folder)
    {
        var pictures = Path.Combine(folder, PictureFolder);
        var drawn = Drawn(board);
        var svg = Write(drawn, new SvgFormat(), pictures);
        List<string> paths = [Write(board, new JsonFormat(), folder), Write(board, new CsvFormat(), folder), svg];
        List<Phrase> leftOut = [];
        var shown = new PngFormat(fonts) as BoardFormat;
        try
        {
            paths.Add(Write(drawn, shown, pictures));
        }
        catch (BadInputException problem)
        {
            leftOut.Add(problem.Problem);
            shown = new SvgFormat();
        }

        return new BoardFiles([.. WritePages(board, Page(shown.Extension), folder), .. paths], leftOut);
    }

    private static Board Drawn(Board board) => board.Rows.Count <= MostBars ? board : board with
    {
        Rows = [.. board.Rows.Take(MostBars)],
        Notes = [.. board.Notes, new($"The first {MostBars} of {board.Rows.Count} models", $"仅绘出 {board.Rows.Count} 个模型中的前 {MostBars} 个")],
    };

    private BoardFormat Page(string picture) => style switch
    {
        BoardStyle.Full => new MarkdownFormat(PictureFolder, picture),
        BoardStyle.Seed => new SeedMarkdownFormat(PictureFolder, picture),
    };

    /// <summary>The page in Chinese, as the public boards are, and beside it one in the board's language.</summary>
    private static IEnumerable<string> WritePages(Board board, BoardFormat format, string folder)
    {
        yield return Write(board with { Language = Language.Chinese }, format, folder);
        if (board.Language != Language.Chinese)
        {
            yield return Write(board, format, folder, "." + board.Language.Code());
        }
    }

    private static string Write(Board board, BoardFormat format, string folder, string mark = "")
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{FileNames.For(board.FileName)}{mark}.{format.Extension}");
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = File.Create(unfinished))
            {
                format.Write(board, file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return path;
    }
}
