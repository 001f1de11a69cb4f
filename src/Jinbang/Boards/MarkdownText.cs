using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Jinbang.Boards;

/// <summary>Text within Markdown that stays text.</summary>
internal static partial class MarkdownText
{
    /// <summary>One line in which no character has a meaning to Markdown or HTML. Character references are used, never
    /// backslashes: dialects differ on what a backslash before a bar means, while a reference is never structure.</summary>
    public static string Escape(string text) => Special().Replace(
        Plain.Text(text), match => string.Create(CultureInfo.InvariantCulture, $"&#{(int)match.Value[0]};"));

    /// <summary>The text that <see cref="Escape"/> was given.</summary>
    public static string Unescape(string escaped) => WebUtility.HtmlDecode(escaped);

    /// <summary>A relative address that ends where it should; letters of every script stay readable.</summary>
    public static string Link(string path) => Unlinkable().Replace(path, match => Uri.HexEscape(match.Value[0]));

    /// <summary>The address of a board's picture.</summary>
    /// <param name="folder">Its folder, relative to the page, with forward slashes; empty for the page's own.</param>
    /// <param name="board">The board.</param>
    /// <param name="suffix">Which of the board's pictures; <see cref="Charts.Picture.Suffix"/>.</param>
    /// <param name="extension">In which form: png or svg.</param>
    public static string Picture(string folder, Board board, string suffix, string extension)
    {
        var file = $"{FileNames.For(board.FileName)}{suffix}.{extension}";
        return Link(folder.Length > 0 ? $"{folder}/{file}" : file);
    }

    // A low line within a word is plain text, as is a number sign that does not begin the line.
    [GeneratedRegex(@"[\\|`*\[\]~$<>&]|^#|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\x00-\x7F-[A-Za-z0-9./_~+-]]")]
    private static partial Regex Unlinkable();
}
