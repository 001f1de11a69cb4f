namespace Jinbang.Boards.Charts;

/// <summary>A picture that boards may have.</summary>
/// <param name="Suffix">What its files' names have after the board's.</param>
/// <param name="Alternative">What it shows, before the board's name.</param>
/// <param name="Has">Whether a board has figures for it.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record BoardPictureKind(
    string Suffix, Phrase Alternative, Func<Board, bool> Has, Func<Board, TextRuler, Frame, Drawing> Draw)
{
    public Picture Of(Board board)
    {
        var title = Plain.Text(board.Title);
        return new(Suffix, new($"{Alternative.English}: {title}", $"{Alternative.Chinese}：{title}"), (ruler, frame) => Draw(board, ruler, frame));
    }
}
