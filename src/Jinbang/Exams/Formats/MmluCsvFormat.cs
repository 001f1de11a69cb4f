using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>MMLU: CSV without headings, question, A, B, C, D, answer.</summary>
internal sealed class MmluCsvFormat : ExamFormat
{
    private const int Sample = 5;
    private const int KeyColumn = 5;

    /// <inheritdoc/>
    public override string Name => "CSV without headings (MMLU)";

    /// <inheritdoc/>
    public override bool Recognises(ExamFile file)
    {
        var rows = file.IsWorkbook ? [] : CsvRows.Read(file).Where(row => !row.IsBlank).Take(Sample).ToList();
        return rows.Count > 0 && rows.All(row => row.Cells.Count == KeyColumn + 1)
            && rows.Any(row => row.Cell(KeyColumn).Trim() is "A" or "B" or "C" or "D");
    }

    /// <inheritdoc/>
    public override DraftExam Read(ExamFile file, Language? language, List<Problem> problems) =>
        new(CsvRows.Read(file).Where(row => !row.IsBlank).Select((row, index) => Draft(row, index + 1)));

    private static DraftQuestion Draft(TableRow row, int ordinal) => row.Draft(ordinal) with
    {
        Stem = row.Cell(0),
        Options = OptionsOf(row),
        Key = [row.Cell(KeyColumn)],
    };

    private static List<DraftOption> OptionsOf(TableRow row) =>
        [.. "ABCD".Select((letter, index) => new DraftOption(letter.ToString(), row.Cell(index + 1)))];
}
