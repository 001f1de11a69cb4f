namespace Jinbang.Grading.Scanning;

/// <summary>How a cue announces an answer.</summary>
internal enum CueKind
{
    /// <summary>A noun that the answer follows: "the answer is", "答案".</summary>
    Answer,

    /// <summary>A verb of choosing: "I choose", "故选".</summary>
    Pick,

    /// <summary>A word that draws a conclusion; the answer must stand alone after it: "so B.".</summary>
    Conclusion,

    /// <summary>A word that puts an answer in the place of a denied one, and must follow that: "not B but C", "不是B而是C".</summary>
    Contrast,

    /// <summary>The statement that no option is right, which takes back what was said before: "no correct answer", 没有正确答案.</summary>
    NoneRight,

    /// <summary>A frame around the answer: \boxed{B}, [[B]].</summary>
    Frame,

    /// <summary>What follows the answer and makes it one: "is the correct answer", "是正确答案".</summary>
    Verdict,

    /// <summary>What follows an option and calls it true; conclusive only when one option is called so: "is correct".</summary>
    Affirmation,
}
