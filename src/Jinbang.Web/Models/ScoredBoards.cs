using Jinbang.Web.Boards;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Models;

/// <summary>The boards of exams, and of fields over those that a reader may know of.</summary>
/// <param name="shelf">Keeps them.</param>
internal sealed class ScoredBoards(BoardShelf shelf)
{
    // A model is told by all its boards, which are made after the start; what is missing then comes with the next look.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The boards that a reader may see: fields first, the whole before its parts, then exams; those without rows are left out.</summary>
    public async Task<IReadOnlyList<ScoredBoard>> ForAsync(Reader reader, CancellationToken cancellationToken)
    {
        await shelf.WaitAsync(Patience, cancellationToken);
        var boards = shelf.For(reader).All.Where(served => served.Board.Rows.Count > 0).ToLookup(served => served.Kind);
        return
        [
            .. boards[ServedBoardKind.Rollup].Concat(boards[ServedBoardKind.Exam]).Select(served => new ScoredBoard(served.Board.In(reader.Language), served.Address, served.Exam)),
        ];
    }
}
