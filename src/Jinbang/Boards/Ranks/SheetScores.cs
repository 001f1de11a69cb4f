using Jinbang.Exams;
using Jinbang.Grading.Sheets;
using Jinbang.Statistics;

namespace Jinbang.Boards.Ranks;

/// <summary>Results of models on one exam as numbers.</summary>
internal static class SheetScores
{
    /// <summary>The points of each sheet, question by question, with the questions' weights and clusters.</summary>
    public static ScoreMatrix Of(Exam exam, IReadOnlyList<ScoreSheet> sheets)
    {
        var scores = new ScoreMatrix(sheets.Count, exam.Questions.Count) { Weights = WeightsOf(exam), Clusters = ClustersOf(exam) };
        for (var model = 0; model < sheets.Count; model++)
        {
            var row = scores.Of(model);
            for (var item = 0; item < row.Length; item++)
            {
                row[item] = sheets[model].PointsOf(item);
            }
        }

        return scores;
    }

    private static double[]? WeightsOf(Exam exam) =>
        exam.Questions.All(question => question.Weight == exam.Questions[0].Weight) ? null : [.. exam.Questions.Select(question => (double)question.Weight)];

    private static int[]? ClustersOf(Exam exam)
    {
        if (exam.Questions.All(question => question.Cluster is null))
        {
            return null;
        }

        var numbers = new Dictionary<string, int>();
        return [.. exam.Questions.Select((question, place) => question.Cluster is not { } name ? -1 - place
            : numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count)];
    }
}
