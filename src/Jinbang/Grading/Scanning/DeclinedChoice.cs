namespace Jinbang.Grading.Scanning;

/// <summary>Reads replies that decline to choose, where an option may say just that.</summary>
internal static class DeclinedChoice
{
    private static readonly (RefusalKind Kind, PhraseFinder Phrases)[] Options =
    [
        (RefusalKind.Undetermined, new(
            "cannot be determined", "can't be determined", "can not be determined", "cannot be known", "cannot be inferred", "cannot determine", "can't determine", "cannot tell", "can't tell",
            "not enough information", "insufficient information", "not enough data", "impossible to determine", "impossible to tell", "无法确定", "不能确定", "无法判断", "不能判断", "无法得知", "信息不足", "条件不足")),
        (RefusalKind.Unknown, new("i do not know", "i don't know", "do not know", "don't know", "not sure", "i am not sure", "i'm not sure", "不知道", "我不知道", "不清楚")),
        (RefusalKind.Declined, new(
            "refuse to answer", "refused to answer", "i refuse to answer", "decline to answer", "cannot answer", "i cannot answer", "prefer not to answer", "prefer not to say", "拒绝回答", "拒答", "不予回答", "无法回答")),
    ];

    private static readonly string[] Subjects = ["it ", "this ", "the answer ", "the relationship ", "there is ", "答案", "关系"];
    private static readonly PhraseFinder Open = new("either", "都有可能", "都可能", "均有可能", "均可能");

    /// <summary>The refusal in a text, or the option that says the same; null when there is none.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        if (Refusals.First(text) is not { } said)
        {
            return null;
        }

        var (kind, at) = said;
        return Hedge(options, text[..at.Start]) is { } hedge ? ChoiceReader.Of(options, hedge, "hedge", 0)
            : options.RefusalOption(kind) is not 0 and var option ? ChoiceReader.Of(options, new(option, at.Start, at.Start + at.Length, false), "refusal-option", 0.7)
            : Refusals.Reading(at);
    }

    /// <summary>What an option says by way of a refusal; null when it names something to choose.</summary>
    public static RefusalKind? Of(string option)
    {
        if (option.Equals("refused", StringComparison.OrdinalIgnoreCase) || option.Equals("refuse", StringComparison.OrdinalIgnoreCase))
        {
            return RefusalKind.Declined;
        }

        var subject = Array.Find(Subjects, subject => option.StartsWith(subject, StringComparison.OrdinalIgnoreCase));
        foreach (var (kind, phrases) in Options)
        {
            if (phrases.IsAt(option, subject?.Length ?? 0))
            {
                return kind;
            }
        }

        return null;
    }

    // "Either B or C, I cannot tell which" does not decline; it leaves the choice open.
    private static LetterRun? Hedge(OptionSet options, ReadOnlySpan<char> text)
    {
        if (Open.First(text) is { } open)
        {
            return new(options.Letters, open.Start, open.Start + open.Length, true);
        }

        for (var from = 0; LetterRun.Next(text, from) is { } run; from = run.End)
        {
            if (run.IsHedged && run.Count > 1 && run.Letters != options.Letters && !Denial.Precedes(text, run.Start))
            {
                return run;
            }
        }

        return null;
    }
}
