using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>One row of a table.</summary>
/// <param name="Place">Its file (with the sheet, when not the first) and line or row.</param>
/// <param name="Cells">Its cells as text.</param>
/// <param name="Fault">Why it cannot be read, or null.</param>
internal sealed record TableRow(SourcePlace Place, IReadOnlyList<string> Cells, Phrase? Fault = null)
{
    public string Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";

    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The row as a question that has nothing but its place and number yet.</summary>
    public DraftQuestion Draft(int ordinal) => new(Place, DraftQuestion.Number(ordinal))
    {
        Faults = Fault is { } fault ? [new Fault(Place.Line, fault)] : [],
    };
}
