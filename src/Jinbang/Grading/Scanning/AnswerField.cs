namespace Jinbang.Grading.Scanning;

/// <summary>The value of a reply's answer field.</summary>
/// <param name="Start">Where the value begins, inside its quotes.</param>
/// <param name="End">After the value, inside its quotes.</param>
/// <param name="After">After everything that belongs to the same object.</param>
internal readonly record struct AnswerField(int Start, int End, int After)
{
    private static readonly CueFinder Names = new((CueKind.Answer,
    [
        "answer", "answers", "final_answer", "final answer", "final-answer", "finalAnswer", "correct_answer", "correct answer",
        "correctAnswer", "correct_option", "the_answer", "your_answer", "choice", "choices", "selected_option", "selected_options",
        "selected", "selection", "final_choice", "result", "final_result", "prediction", "verdict", "judgement", "judgment",
        "答案", "最终答案", "正确答案", "参考答案", "选项", "选择", "正确选项", "结果", "最终结果", "判断", "结论",
    ]));

    /// <summary>The next place where a field of this kind is named, or null.</summary>
    public static Cue? NextName(ReadOnlySpan<char> text, int from) => Names.Next(text, from);

    /// <summary>Whether a word names a field that holds the answer.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => !word.IsEmpty && Names.At(word, 0) is { } name && name.End == word.Length;
}
