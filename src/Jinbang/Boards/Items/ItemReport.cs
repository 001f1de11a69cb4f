using Jinbang.Exams;
using Jinbang.Exams.Twins;
using Jinbang.Grading;
using Jinbang.Statistics.Items;

namespace Jinbang.Boards.Items;

/// <summary>What all models together say of an exam's questions.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Models">Models that have points on any question.</param>
/// <param name="Rows">The questions in the order of the exam file.</param>
public sealed record ItemReport(string Exam, string Title, int Models, IReadOnlyList<ItemRow> Rows)
{
    /// <summary>The fewest models of which anything but difficulty is told.</summary>
    internal const int FewestModels = 3;

    /// <summary>With fewer models than these most of what is told is chance.</summary>
    internal const int FewModels = 8;

    /// <summary>How far the exam measures the same throughout; null when it cannot be told.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>What a reader must know besides the figures.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>The report of everything that is known of the exam.</summary>
    /// <param name="exam">The exam, by people's decisions.</param>
    /// <param name="standings">Where models stand on it, with their sheets.</param>
    /// <param name="twins">The questions elsewhere that ask the same, by question.</param>
    public static ItemReport Of(Exam exam, IReadOnlyList<Standing> standings, IReadOnlyDictionary<string, IReadOnlyList<Twin>> twins)
    {
        var answers = ItemAnswers.Of(exam, standings);
        var rows = ItemRows.Of(exam, answers, twins);
        var report = new ItemReport(exam.Id, exam.Title, answers.Scores.Models, rows)
        {
            Reliability = answers.Scores.Models < FewestModels ? null : Reliability.Of(answers.Scores),
        };
        var models = standings.Select(standing => (standing.Model.Name, standing.Tally.Accuracy, standing.Tally.Graded / Math.Max(1, standing.Sheet?.Repeats ?? 1)));
        return report with { Notes = [.. ItemRemarks.On(report, exam, answers), .. PerfectRemark.On([.. models]), .. AloneRemark.On(standings)] };
    }
}
