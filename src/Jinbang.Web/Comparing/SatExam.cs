using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Comparing;

/// <summary>An exam that some of the compared models have answered.</summary>
/// <param name="Entry">The exam, as lists know it.</param>
/// <param name="Exam">The exam, by people's decisions.</param>
/// <param name="Standings">Where the models stand, by their names, with their sheets.</param>
internal sealed record SatExam(ExamEntry Entry, Exam Exam, IReadOnlyDictionary<string, Standing> Standings)
{
    /// <summary>The questions that all the models have points on, but not the same; none unless all have answered the exam.</summary>
    public IEnumerable<DifferingItem> Differing(IReadOnlyList<string> models)
    {
        if (!models.All(Standings.ContainsKey))
        {
            yield break;
        }

        for (var at = 0; at < Exam.Questions.Count; at++)
        {
            double[] points = [.. models.Select(model => (double)Standings[model].Sheet!.PointsOf(at))];
            if (!points.Any(double.IsNaN) && points.Distinct().Count() > 1)
            {
                yield return new(Entry, Exam.Questions[at].Id, Exam.Questions[at].Stratum, points);
            }
        }
    }
}
