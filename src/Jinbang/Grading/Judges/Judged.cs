using System.Globalization;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Grading.Judges;

/// <summary>Grades by rules and, where rules cannot, by what judges replied. Asks nobody: a grade follows from what is kept.</summary>
public static class Judged
{
    /// <summary>Whether judges are needed: rules do not read the reply.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="reply">A reply whose outcome is not Failed.</param>
    public static bool IsNeeded(Question question, Reply reply) =>
        Grader.For(question.Kind).Grade(question, CreditRule.Exact, reply).Verdict == Verdict.Unreadable;

    /// <summary>The reply's grade.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="credit">The exam's rule for several right options.</param>
    /// <param name="reply">A reply whose outcome is not Failed.</param>
    /// <param name="judgements">What judges replied about it; of readings the first that can be believed counts, of
    /// points the mean.</param>
    /// <returns>Null for an answer to an open question that no judge has replied about yet.</returns>
    public static Grade? Grade(Question question, CreditRule credit, Reply reply, IReadOnlyList<Judgement> judgements)
    {
        var byRules = Grader.For(question.Kind).Grade(question, credit, reply);
        if (byRules.Verdict != Verdict.Unreadable)
        {
            return byRules;
        }

        if (question.Key is RubricKey rubric)
        {
            return judgements.Count > 0 ? ByRubric(rubric, judgements) : null;
        }

        var readings = judgements.Select(judgement => ReportedReading.Of(question, reply.Text, judgement)).ToList();
        var believed = readings.Find(reading => reading.Rule != ReportedReading.Invalid) ?? readings.FirstOrDefault();
        return believed is null ? byRules : Grader.For(question.Kind).GradeOf(question, credit, believed);
    }

    // A reply that confuses every judge earns nothing, or confusing judges would pay.
    private static Grade ByRubric(RubricKey rubric, IReadOnlyList<Judgement> judgements)
    {
        var sums = judgements
            .Select(judgement => (judgement.Judge, Points: RubricPoints.Of(rubric, judgement)?.Sum()))
            .Where(given => given.Points is not null)
            .ToList();
        if (sums.Count == 0)
        {
            return new Grade(Verdict.Unreadable, 0, new Reading(ReadingKind.Unreadable, "", ReportedReading.Invalid));
        }

        var mean = sums.Average(given => given.Points!.Value);
        var answer = string.Create(CultureInfo.InvariantCulture, $"{mean:0.####}/{rubric.Possible:0.####}");
        return Grader.Graded(
            new Reading(ReadingKind.Value, answer, "judge:" + string.Join('+', sums.Select(given => given.Judge)), Confidence: 0.5),
            mean / rubric.Possible);
    }
}
