namespace Jinbang.Grading.Scanning;

/// <summary>The words that announce a free answer.</summary>
internal static class ValueCues
{
    /// <summary>Finds those that name the answer.</summary>
    public static CueFinder Answers { get; } = new(
        (CueKind.Answer, ["answer", "answers", "result", "result is", "####", "答案", "结果是", "结果为", "结果:", "结论是", "答:"]),
        (CueKind.Frame, ["\\boxed", "\\fbox"]));

    /// <summary>Finds those that name a judgement.</summary>
    public static CueFinder Judgements { get; } = new(
        (CueKind.Answer,
        [
            "answer", "verdict", "conclusion", "judgment", "statement is", "statement above is", "claim is", "proposition is", "this is", "it is", "that is", "that's", "it's", "argument is", "sentence is", "reasoning is", "assertion is",
            "答案", "答:", "判断", "判断结果", "结论", "这是", "观点", "观点是", "说法是", "说法", "命题是", "命题", "本题", "此题", "该题", "陈述", "叙述", "表述", "这句话", "因此", "所以", "故",
        ]),
        (CueKind.Conclusion, ["so", "thus", "therefore", "hence"]),
        (CueKind.Frame, ["\\boxed", "\\fbox"]));

    /// <summary>Finds what takes back an answer given before.</summary>
    public static CueFinder Corrections { get; } = new((CueKind.Answer,
    [
        "wait", "no", "actually", "correction", "sorry", "scratch that", "on second thought", "let me correct", "it should be", "should be", "corrected",
        "不对", "更正", "纠正", "修正", "抱歉", "应该是", "应为", "重新计算", "改为", "改正",
    ]));

    /// <summary>Finds verbs that a sentence states a number by.</summary>
    public static CueFinder Verbs { get; } = new((CueKind.Conclusion,
    [
        "is", "are", "was", "were", "be", "has", "have", "had", "makes", "make", "made", "costs", "cost", "needs", "need", "pays", "pay", "paid", "earns", "earn",
        "earned", "saves", "save", "saved", "takes", "take", "took", "gets", "get", "receives", "receive", "spends", "spend", "spent", "sold", "sells", "runs", "run",
        "是", "有", "需要", "需", "花", "花费", "花了", "用了", "买了", "卖了", "付了", "赚了", "剩了", "用", "剩", "剩下", "得到", "赚", "卖", "买", "支付", "付",
    ]));

    /// <summary>Finds words that begin a sentence's conclusion.</summary>
    public static CueFinder Conclusions { get; } = new((CueKind.Conclusion, ["so", "thus", "therefore", "hence", "因此", "所以", "故", "因而", "可见", "那么"]));

    /// <summary>Finds signs of equality and words that draw a conclusion.</summary>
    public static CueFinder Equalities { get; } = new((CueKind.Conclusion,
    [
        "=", "≈", "等于", "约为", "equals", "is approximately", "is equal to", "so", "thus", "therefore", "hence", "total is", "we get", "we have",
        "leaving", "which leaves", "giving", "which gives", "which makes", "for a total of", "还剩", "还剩下", "只剩", "只剩下", "剩余", "还需", "还需要",
        "因此", "所以", "故", "总共", "一共", "共", "共有", "得", "得到", "可得", "即", "合计", "为",
    ]));
}
