using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades statements that are true or false.</summary>
internal sealed class TrueFalseGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => TruthReader.Read(text);

    /// <inheritdoc/>
    internal override Reading? ReadReported(Question question, string value, string quote) =>
        value is "true" or "false" ? new(ReadingKind.Value, value, "reported") : null;

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) =>
        reading.Answer == question.Key.ToString() ? 1 : 0;
}
