using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>CSV with a heading row: CMMLU, C-Eval, and tables made by hand.</summary>
internal sealed class HeadedCsvFormat : ExamFormat
{
    /// <inheritdoc/>
    public override string Name => "CSV with headings (CMMLU, C-Eval, hand-made)";

    /// <inheritdoc/>
    public override bool Recognises(ExamFile file) => !file.IsWorkbook && HeadedTable.Heading(CsvRows.Read(file)) is not null;

    /// <inheritdoc/>
    public override DraftExam Read(ExamFile file, Language? language, List<Problem> problems) =>
        new(new HeadedTable(problems).Read(CsvRows.Read(file)));
}
