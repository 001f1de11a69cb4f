namespace Jinbang.Simulator.Answers;

/// <summary>The ways in which models put an answer.</summary>
internal static class Wording
{
    private const string Hole = "{0}";

    private static readonly Phrase[] ForAll =
    [
        new("{0}", "{0}"),
        new("The answer is {0}.", "答案是{0}。"),
        new("Answer: {0}", "答案：{0}"),
        new("**{0}**", "**{0}**"),
        new("\\boxed{{0}}", "\\boxed{{0}}"),
        new(
            "Going through the question step by step and weighing each condition leads to {0}. The answer is {0}.",
            "逐步分析题意，逐条核对条件，可得{0}。因此答案是{0}。"),
    ];

    private static readonly Phrase[] ForLetters = [.. ForAll, new("Therefore the correct option is {0}.", "故选{0}")];

    /// <summary>The answer in words.</summary>
    public static string Of(string answer, bool isLetters, Language language, Chance chance)
    {
        var ways = isLetters ? ForLetters : ForAll;
        return ways[chance.Pick(ways.Length)].In(language).Replace(Hole, answer, StringComparison.Ordinal);
    }
}
