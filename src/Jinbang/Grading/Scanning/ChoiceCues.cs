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
            "are options", "would be option", .. Singled(), "选项是", "选项为", "答案", "正确选项", "正确的选项", "正确的是", "正确的有", "正确的说法", "一项是", "符合题意的是", "应该是", "应为",
            "ans:", "choice:", "option:", "final:", "答:", "选项:",
        ]),
        (CueKind.Pick,
        [
            "select", "selecting", "choose", "choosing", "chose", "pick", "picking", "go with", "going with", "opt for", "settle on", "settle for",
            "only one left is", "remaining option", "remaining choice", "remaining answer", "only option left", "only choice left",
            "剩余选项", "剩余的选项", "剩下的选项", "lean towards", "lean toward", "leaning towards", "leaning toward", "inclined towards", "inclined toward", "inclined to say", "vote for", "倾向", "倾向于", "更倾向于", "leaves us with", "leaving us with", "leaves only", "leaving only",
            "选", "选择", "应选", "故选", "改选", "剩下", "只剩", "只剩下", "仅剩",
        ]),
        (CueKind.Conclusion,
        [
            "so", "thus", "therefore", "hence", "it's", "it is", "actually", "correction", "no", "leaves", "leaving", "left with",
            "i think", "i believe", "i guess", "i'd say", "i would say", "i'd guess", "my guess is", "my vote is", "my vote goes to", "most probably", "most likely",
            "所以", "因此", "故", "综上", "的是", "更正", "不对", "改为",
        ]),
        (CueKind.Contrast, ["but", "but rather", "rather", "而是"]),
        (CueKind.NoneRight, ["没有正确答案", "没有正确的答案", "没有正确选项", "没有正确的选项", "无正确答案", "无正确选项", "no correct answer", "no correct option", "no correct choice"]),
        (CueKind.Frame, ["\\boxed", "\\fbox", "[["]),
        (CueKind.Verdict,
        [
            "is the correct", "is the right", "is the best", "is the answer", "is the most", "is my answer", "would be the", "must be the", "are the correct",
            "is most likely", "is most plausible", "fits best", "best fits", "makes the most sense", "makes most sense", .. Superlatives(),
            "are the right", "是正确答案", "为正确答案", "是正确选项", "是正确的选项", "是最佳", "是本题答案", "是答案",
        ]),
        (CueKind.Affirmation,
            [
                "is correct", "is right", "is true", "are correct", "are true", "correctly", "正确", "是正确", "为正确", "是对的", "符合题意",
                "更合适", "更合理", "更恰当", "更准确", "最合适", "最合理", "最恰当", "最准确", "seems right", "seems correct", "looks right", "looks correct", "sounds right", "sounds correct", "appears right", "appears correct",
            ]));

    // "seems the most", "looks like the best".
    private static IEnumerable<string> Superlatives() =>
        from verb in (string[])["seems", "appears", "looks", "sounds", "seems to be", "appears to be", "looks to be", "looks like", "seems like", "sounds like"]
        from best in (string[])["the best", "the most", "the right", "the correct", "the answer", "most plausible", "most likely", "most appropriate", "most suitable", "most accurate", "best"]
        select $"{verb} {best}";

    // "the only plausible option", "the most likely choice"; a possible option is not the answer.
    private static IEnumerable<string> Singled() =>
        from only in (string[])["only", "most"]
        from quality in (string[])["plausible", "possible", "viable", "reasonable", "logical", "suitable", "appropriate", "accurate", "likely"]
        from noun in (string[])["option", "choice"]
        select $"{only} {quality} {noun}";
}
