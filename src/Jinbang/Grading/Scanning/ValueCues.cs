namespace Jinbang.Grading.Scanning;

/// <summary>The words that announce a free answer.</summary>
internal static class ValueCues
{
    /// <summary>Finds those that name the answer.</summary>
    public static CueFinder Answers { get; } = new(
        (CueKind.Answer, ["answer", "result", "result is", "####", "答案", "结果是", "结果为", "结果:", "结论是", "答:"]),
        (CueKind.Frame, ["\\boxed", "\\fbox"]));

    /// <summary>Finds those that name a judgement.</summary>
    public static CueFinder Judgements { get; } = new(
        (CueKind.Answer,
        [
            "answer", "verdict", "conclusion", "judgment", "statement is", "statement above is", "claim is", "proposition is", "this is", "it is",
            "答案", "判断", "结论", "说法是", "说法", "命题是", "命题", "本题", "此题", "该题", "陈述", "叙述", "表述", "这句话", "因此", "所以", "故",
        ]),
        (CueKind.Conclusion, ["so", "thus", "therefore", "hence"]),
        (CueKind.Frame, ["\\boxed", "\\fbox"]));

    /// <summary>Finds signs of equality.</summary>
    public static CueFinder Equalities { get; } = new((CueKind.Conclusion, ["=", "≈", "等于", "约为", "equals", "is approximately"]));
}
