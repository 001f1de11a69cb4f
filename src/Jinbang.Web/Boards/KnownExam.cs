using Jinbang.Boards;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>What is known of an exam's results.</summary>
/// <param name="Entry">The exam.</param>
/// <param name="Boards">Its board, then those of its strata.</param>
/// <param name="State">What it was made from.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Took">How long that took.</param>
public sealed record KnownExam(ExamEntry Entry, IReadOnlyList<Board> Boards, string State, DateTimeOffset MadeAt, TimeSpan Took)
{
    /// <summary>The exam's own board.</summary>
    public ServedBoard Served => new(Entry.Name, Boards[0], ServedBoardKind.Exam, MadeAt) { Exam = Entry };
}
