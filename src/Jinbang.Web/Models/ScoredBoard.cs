using Jinbang.Boards;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>A board with the exam that it is of.</summary>
/// <param name="Board">The board.</param>
/// <param name="Address">Its page's address.</param>
/// <param name="Exam">The exam; null for a field of several.</param>
public sealed record ScoredBoard(Board Board, string Address, ExamEntry? Exam);
