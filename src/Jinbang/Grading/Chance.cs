using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>What guessing earns.</summary>
public static class Chance
{
    /// <summary>The expected share of points, 0 to 1, of picking one option at random, or, where several may be right,
    /// any non-empty set of options; free answers earn nothing by guessing.</summary>
    public static double Of(Exam exam)
    {
        var weight = exam.Questions.Sum(question => question.Weight);
        return weight > 0 ? exam.Questions.Sum(question => (double)question.Weight * Of(question, exam.Credit)) / (double)weight : 0;
    }

    private static double Of(Question question, CreditRule credit) => question.Kind switch
    {
        QuestionKind.SingleChoice => 1.0 / question.Options.Count,
        QuestionKind.MultipleChoice => Sets(question).Average(letters => (double)PointsOf(question, credit, letters)),
        QuestionKind.TrueFalse => 0.5,
        QuestionKind.Number or QuestionKind.ShortText or QuestionKind.Instructions or QuestionKind.Open => 0,
        QuestionKind.Expression or QuestionKind.List => 0,
    };

    private static IEnumerable<string> Sets(Question question) => Enumerable
        .Range(1, (1 << question.Options.Count) - 1)
        .Select(set => string.Concat(question.Options.Where((_, at) => (set >> at & 1) == 1).Select(option => option.Letter)));

    private static decimal PointsOf(Question question, CreditRule credit, string letters) =>
        Grader.For(question.Kind).Grade(question, credit, new Reply(Outcome.Replied, letters)).Points;
}
