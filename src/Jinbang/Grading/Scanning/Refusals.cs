namespace Jinbang.Grading.Scanning;

/// <summary>Recognises replies that decline to answer.</summary>
internal static class Refusals
{
    private static readonly (RefusalKind Kind, PhraseFinder Phrases)[] Said =
    [
        (RefusalKind.Undetermined, new(
            "cannot be determined", "can't be determined", "can not be determined", "cannot be known", "cannot be inferred", "cannot be concluded",
            "i cannot determine", "i can't determine", "cannot determine the correct", "unable to determine", "not possible to determine", "impossible to determine",
            "impossible to tell", "not enough information", "insufficient information", "无法确定", "不能确定", "无法判断", "不能判断", "无从判断", "无法得知", "无法推断", "信息不足", "条件不足")),
        (RefusalKind.Unknown, new(
            "i do not know", "i don't know", "i have no idea", "not sure of the answer", "我不知道", "我也不知道", "不知道答案", "不清楚答案", "我不清楚", "我也不清楚", "我不太清楚")),
        (RefusalKind.Declined, new(
            "i cannot", "i can't", "i can not", "i am unable", "i'm unable", "i am not able", "i'm not able", "i refuse", "i must decline", "i won't be able",
            "i'd rather not", "i would rather not", "i prefer not", "prefer not to answer", "prefer not to say", "prefer not to choose", "decline to answer", "decline to choose", "inappropriate for me", "not comfortable", "cannot provide", "can't provide", "unable to provide", "unable to answer", "cannot answer", "can't answer",
            "cannot select an answer", "cannot choose", "can't choose", "unable to choose", "not appropriate to", "i'm sorry, but", "i am sorry, but", "i don't have personal", "i do not have personal",
            "have no personal", "don't have opinions", "do not have opinions", "无法回答", "不能回答", "无法提供", "不能提供", "无法作答", "无法选择",
            "无法给出", "不便回答", "拒绝回答", "无法为您", "无法为你", "不予回答", "我不便", "不方便回答", "不方便评论", "不方便透露", "没有立场", "不便评论", "不便发表", "没有个人观点", "没有个人看法", "没有个人立场", "不发表")),
    ];

    private static readonly PhraseFinder Unsure = new("i am not sure", "i'm not sure", "not sure", "no idea", "不确定", "不太确定", "不知道", "不太知道", "不清楚", "不太清楚", "不会做");
    /// <summary>The refusal in a text; null when there is none.</summary>
    public static Reading? Read(ReadOnlySpan<char> text) =>
        First(text) is { At: var said } ? Reading(said) : null;

    /// <summary>The reading of a refusal that stands at a place.</summary>
    public static Reading Reading(Place said) => new(ReadingKind.Refusal, "", "refusal", said.Start, said.Length, 0.8);

    /// <summary>The first refusal in a text; of several at one place the most telling, as "I cannot determine" before "I cannot".</summary>
    public static (RefusalKind Kind, Place At)? First(ReadOnlySpan<char> text)
    {
        (RefusalKind Kind, Place At)? first = null;
        foreach (var (kind, phrases) in Said)
        {
            if (phrases.First(text) is { } at && (first is not { } other || at.Start < other.At.Start))
            {
                first = (kind, at);
            }
        }

        // Doubt is a refusal when nothing else is said.
        var start = Marks.SkipDressing(text, 0);
        start += text[start..].Length - text[start..].TrimStart("我也还真").Length;
        return first ?? (Unsure.IsAt(text, start) && !text[start..].TrimEnd(".。!\n ").ContainsAny('.', ',', '。') ? (RefusalKind.Unknown, new(start, text.Length - start)) : null);
    }
}
