using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Pictures in files that their users name.</summary>
internal static class PictureFile
{
    /// <summary>Draws a picture into a file.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file, whose ending tells the format.</param>
    /// <param name="source">The file that its figures are from, which must not be the same.</param>
    /// <param name="option">The option that names the path.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">The ending is of no picture, no font has its letters, or nothing can be written there.</exception>
    public static async Task WriteAsync(Picture picture, string path, string source, string option, CancellationToken cancellationToken)
    {
        var format = FormatOf(path);
        await using var file = ResultFile.Open(path, source, option);
        format.Write(picture, file.Stream);
        await file.CommitAsync(cancellationToken);
    }

    private static PictureFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SVG" => new SvgFormat(),
        ".PNG" => new PngFormat(Surroundings.Fonts()),
        _ => throw new BadInputException(new($"{path}: pictures are .svg or .png.", $"{path}：图片只能是 .svg 或 .png。")),
    };
}
