using Jinbang.Exams;
using Jinbang.Grading.Mathematics;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions whose answer is a mathematical expression, right when it is equal to an accepted one.</summary>
internal sealed class ExpressionGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => ExpressionReader.Read(text);

    /// <inheritdoc/>
    protected override AnswerKey KeyOf(AnswerKey key, string answer) => new ExpressionKey([answer]);

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) =>
        ((ExpressionKey)question.Key).Accepted.Any(text => Equivalence.AreEqual(text, reading.Answer)) ? 1 : 0;
}
