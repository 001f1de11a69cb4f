using Jinbang.Exams;

namespace Jinbang.Tests.Simulator;

/// <summary>Made-up questions q0, q1, ... whose right options go round.</summary>
internal static class SampleExam
{
    private const string Letters = "ABCD";

    public static Exam Of(int questions) =>
        new("sample", "Sample", Language.English, CreditRule.Exact, [.. Enumerable.Range(0, questions).Select(Question)]);

    public static string Prompt(int number) =>
        $"Answer with one letter.\n\nQuestion: What becomes of widget number {number} in the end?\nA. lost {number}\nB. sold {number}\nC. kept {number}\nD. made {number}\n";

    public static char Key(int number) => Letters[number % Letters.Length];

    private static Question Question(int number) => new(
        $"q{number}",
        QuestionKind.SingleChoice,
        $"What becomes of widget number {number} in the end?",
        [new('A', $"lost {number}"), new('B', $"sold {number}"), new('C', $"kept {number}"), new('D', $"made {number}")],
        new LettersKey(Key(number).ToString()));
}
