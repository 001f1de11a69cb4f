using Jinbang.Grading.Sheets;
using Jinbang.Models;

namespace Jinbang.Boards.Items;

/// <summary>What became of the attempts at one question.</summary>
public sealed record AttemptCounts
{
    /// <summary>Attempts that were graded.</summary>
    public int Graded { get; init; }

    /// <summary>Of these, replies that no rule reads.</summary>
    public int Unreadable { get; init; }

    /// <summary>Replies without an answer, among the graded.</summary>
    public int Unanswered { get; init; }

    /// <summary>Replies that the provider withheld.</summary>
    public int Refused { get; init; }

    /// <summary>Attempts that brought no reply; never counted as wrong.</summary>
    public int Failed { get; init; }

    /// <summary>The counts of these attempts.</summary>
    internal static AttemptCounts Of(IReadOnlyCollection<SheetCell> cells) => new()
    {
        Graded = cells.Count(cell => cell.IsGraded),
        Unreadable = cells.Count(cell => cell.State == SheetState.Unreadable),
        Unanswered = cells.Count(cell => cell.State == SheetState.Unanswered),
        Refused = cells.Count(cell => cell is { State: not SheetState.NotAsked, Outcome: Outcome.Refused }),
        Failed = cells.Count(cell => cell.State == SheetState.Failed),
    };
}
