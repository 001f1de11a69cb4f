using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions of which one option is right; several letters are a wrong answer.</summary>
internal sealed class SingleChoiceGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => ChoiceReader.Read(question, text);

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) =>
        reading.Answer == ((LettersKey)question.Key).Letters ? 1 : 0;
}
