namespace Jinbang.Grading.Scanning;

/// <summary>The words that announce the answer to a question with options.</summary>
internal static class ChoiceCues
{
    /// <summary>Finds them all.</summary>
    public static CueFinder All { get; } = new(
        (CueKind.Answer,
        [
            "answer", "answers", "correct option", "correct options", "correct choice", "correct choices", "right option",
            "right choice", "best option", "best choice", "correct statement", "correct one", "is option", "is choice", "my choice",
            "are options", "would be option", "选项是", "选项为", "答案", "正确选项", "正确的选项", "正确的是", "正确的有", "正确的说法", "一项是", "符合题意的是", "应该是", "应为",
        ]),
        (CueKind.Pick,
        [
            "select", "selecting", "choose", "choosing", "chose", "pick", "picking", "go with", "going with", "opt for", "settle on",
            "only one left is", "remaining option", "remaining choice", "remaining answer", "only option left", "only choice left",
            "lean towards", "lean toward", "leaning towards", "leaning toward", "inclined towards", "inclined toward", "inclined to say", "vote for", "倾向", "倾向于", "更倾向于", "leaves us with", "leaving us with", "leaves only", "leaving only",
            "选", "选择", "应选", "故选", "改选", "剩下", "只剩", "只剩下", "仅剩",
        ]),
        (CueKind.Conclusion,
        [
            "so", "thus", "therefore", "hence", "it's", "it is", "actually", "correction", "no", "leaves", "leaving",
            "所以", "因此", "故", "综上", "的是", "更正", "不对", "改为",
        ]),
        (CueKind.Contrast, ["but", "but rather", "rather", "而是"]),
        (CueKind.NoneRight, ["没有正确答案", "没有正确的答案", "没有正确选项", "没有正确的选项", "无正确答案", "无正确选项", "no correct answer", "no correct option", "no correct choice"]),
        (CueKind.Frame, ["\\boxed", "\\fbox", "[["]),
        (CueKind.Verdict,
        [
            "is the correct", "is the right", "is the best", "is the answer", "is the most", "is my answer", "seems to be the", "appears to be the", "would be the", "must be the", "are the correct",
            "seems most plausible", "seems most likely", "seems the most", "seems most", "seems best", "seems right", "seems correct", "seems to fit", "appears most likely", "appears correct", "appears right",
            "is most likely", "is most plausible", "looks right", "looks correct", "looks best", "looks most", "sounds right", "fits best", "best fits", "makes the most sense", "makes most sense",
            "are the right", "是正确答案", "为正确答案", "是正确选项", "是正确的选项", "是最佳", "是本题答案", "是答案",
        ]),
        (CueKind.Affirmation,
            ["is correct", "is right", "is true", "are correct", "are true", "correctly", "正确", "是正确", "为正确", "是对的", "符合题意"]));
}
