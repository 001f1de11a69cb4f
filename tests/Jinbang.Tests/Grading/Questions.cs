using Jinbang.Exams;
using Jinbang.Exams.Instructions;

namespace Jinbang.Tests.Grading;

/// <summary>Makes questions for tests.</summary>
internal static class Questions
{
    /// <summary>An instruction of every kind.</summary>
    public static InstructionsKey Every { get; } = new([.. Enum.GetValues<InstructionKind>().Select(kind =>
        new Instruction(kind) { Words = ["answer", "答案"], Text = "answer", Count = 3, Place = 2 })]);

    /// <summary>A question whose options are given as "A–D", or as texts parted by "; ".</summary>
    public static Question WithOptions(QuestionKind kind, string options) =>
        new("q", kind, "?", Options(options.Trim()), new LettersKey("A"));

    /// <summary>A question with four numbered options and the given letters as key.</summary>
    public static Question Choice(QuestionKind kind, string key, char last = 'D') =>
        new("q", kind, "?", Options("A–" + last), kind == QuestionKind.Instructions ? Every : new LettersKey(key));

    /// <summary>A question without options.</summary>
    public static Question Free(QuestionKind kind, AnswerKey key) => new("q", kind, "?", [], key);

    private static Option[] Options(string options) => options switch
    {
        "" or "-" => [],
        ['A', '–', var last] => [.. Enumerable.Range('A', last - 'A' + 1).Select(letter => new Option((char)letter, $"option text {letter}"))],
        _ => [.. options.Split("; ").Select((text, index) => new Option((char)('A' + index), text))],
    };
}
