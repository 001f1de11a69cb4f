using Jinbang.Exams;
using Jinbang.Runs.Logs;

namespace Jinbang.Cli.Summaries;

/// <summary>What grading a log came to.</summary>
/// <param name="Exam">The exam's title.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="Models">The models in the order of the log.</param>
internal sealed record GradeSummary(string Exam, int Questions, IReadOnlyList<GradedModel> Models)
{
    public static GradeSummary Of(Exam exam, LogGrading grading) => new(
        exam.Title,
        exam.Questions.Count,
        [.. grading.Models.Select(model => GradedModel.Of(model, exam.Questions.Count))]);
}
