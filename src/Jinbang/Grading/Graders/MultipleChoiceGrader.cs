using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions of which one or more options are right, with partial points by the exam's rule.</summary>
internal sealed class MultipleChoiceGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => ChoiceReader.Read(question, text);

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) =>
        PointsOf(((LettersKey)question.Key).Letters, reading.Answer, credit);

    /// <summary>The points, 0 to 1, that letters earn.</summary>
    internal static decimal PointsOf(string key, string letters, CreditRule credit)
    {
        var right = letters.Count(key.Contains);
        var wrong = letters.Length - right;
        if (right == key.Length && wrong == 0)
        {
            return 1;
        }

        return credit.Kind switch
        {
            CreditKind.Exact => 0,
            CreditKind.Subset => wrong == 0 && right > 0 ? credit.Share : 0,
            CreditKind.PerOption => wrong == 0 ? (decimal)right / key.Length : 0,
            CreditKind.PerOptionLessWrong => Math.Max(0, (decimal)(right - wrong) / key.Length),
        };
    }
}
