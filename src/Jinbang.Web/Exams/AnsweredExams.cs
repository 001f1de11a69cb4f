using Jinbang.Boards.Items;
using Jinbang.Exams.Twins;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Exams;

/// <summary>What all models together say of exams' questions.</summary>
public sealed class AnsweredExams
{
    // Sheets of hundreds of models take megabytes.
    private const int MostKept = 4;

    private readonly OpenWorkspace open;
    private readonly ReadOnce<(ExamEntry Exam, DateTime Changed), ItemReport> reports;

    public AnsweredExams(OpenWorkspace open, TimeProvider time, IHostApplicationLifetime site)
    {
        this.open = open;
        reports = new(open.Ledger, MostKept, time, site);
    }

    /// <summary>The report of an exam by everything that is known of it. Questions that ask the same are looked for within the exam.</summary>
    /// <exception cref="BadInputException">The exam cannot be used any more.</exception>
    public Task<ItemReport> ReportAsync(ExamEntry entry) => reports.GetAsync((entry, File.GetLastWriteTimeUtc(entry.File)), async cancellation =>
    {
        var answered = await Answered.ReadAsync(open.Ledger, open.Read(entry), keep: false, cancellation);
        return ItemReport.Of(answered.Exam, answered.Standings, TwinSearch.Find(answered.Exam, [], cancellation));
    });
}
