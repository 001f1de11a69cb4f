using Jinbang.Boards;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>A board under the name that its address has.</summary>
/// <param name="Name">The name.</param>
/// <param name="Board">The board.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="AsOf">When it was made.</param>
public sealed record ServedBoard(string Name, Board Board, ServedBoardKind Kind, DateTimeOffset AsOf)
{
    /// <summary>The exam; null on roll-ups and on what others published.</summary>
    public ExamEntry? Exam { get; init; }

    /// <summary>Its page's address.</summary>
    public string Address => Addresses.Board(Name);
}
