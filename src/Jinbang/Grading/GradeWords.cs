using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>Verdicts, readings and outcomes in words.</summary>
public static class GradeWords
{
    /// <summary>The word of a kind of reading in data files.</summary>
    public static string Code(ReadingKind kind) => kind switch
    {
        ReadingKind.Letter => "letter",
        ReadingKind.Letters => "letters",
        ReadingKind.Value => "value",
        ReadingKind.Refusal => "refusal",
        ReadingKind.NoCorrectOption => "no_correct_option",
        ReadingKind.Unreadable => "unreadable",
        ReadingKind.Unanswered => "unanswered",
    };

    /// <summary>The word of a verdict in data files.</summary>
    public static string Code(Verdict verdict) => verdict switch
    {
        Verdict.Right => "right",
        Verdict.Wrong => "wrong",
        Verdict.Partial => "partial",
        Verdict.Unreadable => "unreadable",
        Verdict.Unanswered => "unanswered",
    };

    /// <summary>A verdict as said to a user.</summary>
    public static Phrase Say(Verdict verdict) => verdict switch
    {
        Verdict.Right => new("right", "正确"),
        Verdict.Wrong => new("wrong", "错误"),
        Verdict.Partial => new("partial", "部分得分"),
        Verdict.Unreadable => new("unreadable", "读不出"),
        Verdict.Unanswered => new("unanswered", "未作答"),
    };

    /// <summary>The word of an outcome in data files.</summary>
    public static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Replied => "replied",
        Outcome.Refused => "refused",
        Outcome.CutOff => "cut_off",
        Outcome.Failed => "failed",
    };

    /// <summary>An outcome as said to a user.</summary>
    public static Phrase Say(Outcome outcome) => outcome switch
    {
        Outcome.Replied => new("replied", "已回复"),
        Outcome.Refused => new("withheld", "被拒答"),
        Outcome.CutOff => new("cut off", "被截断"),
        Outcome.Failed => new("failed", "失败"),
    };
}
