using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions whose answer is a short text, right when it equals an accepted one in canonical form.</summary>
internal sealed class ShortTextGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => ShortTextReader.Read(text);

    /// <summary>The accepted texts are one answer; any other text is its own.</summary>
    protected override AnswerKey? KeyOf(AnswerKey key, string answer) =>
        ((TextKey)key).Accepted.Any(text => ShortTextReader.Canonical(text) == answer) ? key : null;

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading) =>
        ((TextKey)question.Key).Accepted.Any(text => ShortTextReader.Canonical(text) == reading.Answer) ? 1 : 0;
}
