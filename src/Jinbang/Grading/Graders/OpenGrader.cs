using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Leaves answers to open questions to judges; rules only see that there is an answer.</summary>
internal sealed class OpenGrader : Grader
{
    /// <inheritdoc/>
    public override bool HasComparableAnswers => false;

    /// <inheritdoc/>
    public override Reading Read(Question question, string text) =>
        Silence.Read(ReplyText.From(text)) ?? new(ReadingKind.Unreadable, "", "for-judges");

    /// <inheritdoc/>
    protected override Reading ReadCutOff(Question question, string text) => Read(question, text);

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) => 0;
}
