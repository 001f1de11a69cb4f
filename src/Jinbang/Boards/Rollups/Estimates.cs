using Jinbang.Statistics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Jinbang.Boards.Rollups;

/// <summary>Fits scores that are missing from the model's other exams and from the other models on the exam.</summary>
internal static class Estimates
{
    // Takes the place of an exam's questions where their number is unknown.
    private const int UsualQuestions = 200;

    /// <summary>Fills the cells without a score, as far as there is anything to go by, and marks them as estimated.</summary>
    /// <remarks>One factor on the scale of log odds (<see cref="OneFactor"/>). An interval holds the error of the fit and how
    /// far measured scores lie from it, so also the luck of which questions were asked.</remarks>
    public static void Fill(ScoreGrid grid)
    {
        var values = new double[grid.Models.Count, grid.Exams.Count];
        Each(grid, (exam, model) => values[model, exam] = grid.At(exam, model) is { State: ScoreState.Measured, Score: { } score } ? LogOdds(score, grid.Exams[exam]) : double.NaN);
        var fit = OneFactor.Of(values);
        Each(grid, (exam, model) =>
        {
            ref var cell = ref grid.At(exam, model);
            if (cell.State is ScoreState.Unmeasured && fit.Expected(model, exam) is { } expected)
            {
                var reach = StudentT.InvCDF(0, 1, expected.Freedom, 0.975) * Math.Sqrt(expected.Shared + expected.Own);
                cell = new ScoreCell(ScoreState.Estimated, SpecialFunctions.Logistic(expected.Mean))
                {
                    Row = cell.Row,
                    Interval = new(SpecialFunctions.Logistic(expected.Mean - reach), SpecialFunctions.Logistic(expected.Mean + reach)),
                    Shared = expected.Shared / (expected.Shared + expected.Own),
                };
            }
        });
    }

    private static void Each(ScoreGrid grid, Action<int, int> visit)
    {
        for (var exam = 0; exam < grid.Exams.Count; exam++)
        {
            for (var model = 0; model < grid.Models.Count; model++)
            {
                visit(exam, model);
            }
        }
    }

    /// <summary>Half a question right and half a one wrong are added, so that none and all have log odds too.</summary>
    private static double LogOdds(double score, Board exam)
    {
        var questions = QuestionWeight.QuestionsOf(exam) is > 0 and var counted ? counted : UsualQuestions;
        return SpecialFunctions.Logit((score * questions + 0.5) / (questions + 1));
    }
}
