namespace Jinbang.Boards.Rollups;

/// <summary>How complete a model's results are beneath a roll-up.</summary>
/// <param name="Known">Exams that it was measured on.</param>
/// <param name="All">Exams that count for it: those excluded for it are not among them.</param>
public readonly record struct ExamCount(int Known, int All)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Known}/{All}";
}
