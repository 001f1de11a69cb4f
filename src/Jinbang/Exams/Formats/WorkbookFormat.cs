using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>Excel workbooks (.xlsx) with a heading row on each sheet of questions.</summary>
internal sealed class WorkbookFormat : ExamFormat
{
    /// <inheritdoc/>
    public override string Name => "Excel workbook (.xlsx)";

    /// <inheritdoc/>
    public override bool Recognises(ExamFile file) => file.IsWorkbook;

    /// <inheritdoc/>
    public override DraftExam Read(ExamFile file, Language? language, List<Problem> problems)
    {
        var sheets = WorkbookSheets.Read(file);
        if (sheets.All(sheet => HeadedTable.Heading(sheet) is null))
        {
            problems.Add(new Problem(Severity.Error, new SourcePlace(file.Path, 0), null, new(
                "No sheet has a heading row that names a question and an answer.", "没有一个工作表的标题行含有题干和答案。")));
        }

        return new DraftExam(sheets.SelectMany(new HeadedTable(problems).Read));
    }
}
