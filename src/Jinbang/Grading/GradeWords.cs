namespace Jinbang.Grading;

/// <summary>Verdicts and readings in words.</summary>
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
}
