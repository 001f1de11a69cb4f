using Jinbang.Exams;
using Jinbang.Grading.Instructions;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades replies by the instructions that they follow.</summary>
/// <remarks>The answer read is a + or - for each instruction in IFEval's strict sense, a slash, and the same in its loose
/// sense, such as "+-+/+++"; the rule names the sense that earns points.</remarks>
internal sealed class InstructionsGrader : Grader
{
    private const char Followed = '+';
    private const char Broken = '-';
    private const char Slash = '/';

    /// <inheritdoc/>
    public override bool HasComparableAnswers => false;

    /// <inheritdoc/>
    public override Reading Read(Question question, string text) =>
        Silence.Read(ReplyText.From(text)) ?? Read((InstructionsKey)question.Key, text, ReplyText.Said(text));

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading)
    {
        var counted = reading.Answer.Split(Slash)[((InstructionsKey)question.Key).IsLoose ? 1 : 0];
        var followed = counted.Count(sign => sign == Followed);
        var broken = counted.Length - followed;
        return broken == 0 ? 1 : credit.Kind switch
        {
            CreditKind.Exact => 0,
            CreditKind.Subset => followed > 0 ? credit.Share : 0,
            CreditKind.PerOption => (decimal)followed / counted.Length,
            CreditKind.PerOptionLessWrong => Math.Max(0, (decimal)(followed - broken) / counted.Length),
        };
    }

    private static Reading Read(InstructionsKey key, string text, string said)
    {
        var answer = Following(key, [said]) + Slash + Following(key, LooseForms.Of(said));
        return new(ReadingKind.Value, answer, key.IsLoose ? "instructions-loose" : "instructions-strict", 0, text.Length);
    }

    private static string Following(InstructionsKey key, IReadOnlyList<string> forms) => string.Concat(key.Instructions.Select(
        instruction => InstructionRules.AnyFollows(instruction, forms, key.Language) ? Followed : Broken));
}
