using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Boards.Comparisons;

/// <summary>Two models side by side.</summary>
/// <param name="First">The first model's name.</param>
/// <param name="Second">The second model's name.</param>
/// <param name="Exams">Exam by exam, those that both have points on.</param>
/// <param name="Differing">The questions on which they do not earn the same, in the order of the exams.</param>
public sealed record ComparisonReport(string First, string Second, IReadOnlyList<Comparison> Exams, IReadOnlyList<DifferingQuestion> Differing)
{
    /// <summary>All questions together; null with fewer than two exams.</summary>
    public Comparison? Pooled { get; init; }

    /// <summary>Compares two models.</summary>
    /// <param name="sat">Each exam that both were asked, with where the two stand on it and their sheets.</param>
    public static ComparisonReport Of(IReadOnlyList<(Exam Exam, Standing First, Standing Second)> sat)
    {
        var pairs = sat.Select(exam => (exam.Exam, Pairs: QuestionPair.Of(exam.Exam, exam.First.Sheet!, exam.Second.Sheet!)))
            .Where(exam => exam.Pairs.Count > 0).ToList();
        var all = pairs.SelectMany(exam => exam.Pairs).ToList();
        return new(
            sat[0].First.Model.Name, sat[0].Second.Model.Name,
            [.. pairs.Select(exam => Comparing.Compare(exam.Exam.Id, exam.Exam.Title, exam.Pairs))],
            [.. all.Where(pair => pair.IsDiffering).Select(pair => pair.Differing)])
        {
            Pooled = pairs.Count > 1 ? Comparing.Compare(null, "", all) : null,
        };
    }
}
