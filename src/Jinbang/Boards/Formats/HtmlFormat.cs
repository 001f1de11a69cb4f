using System.Text;
using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Formats;

/// <summary>A page that needs nothing else: the table to sort and filter, the pictures, and what the figures mean.</summary>
public sealed class HtmlFormat : BoardFormat
{
    /// <inheritdoc/>
    public override string Extension => "html";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        output.Write(Encoding.UTF8.GetBytes(PageFrame.Around(board.Language, PageWords.TitleOf(board), home: null, html =>
        {
            BoardSection.Show(html, new PageBoard(board), "board", "h1");
            MethodSection.Show(html, [board]);
        })));
    }
}
