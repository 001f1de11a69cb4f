namespace Jinbang.Grading.Scanning;

/// <summary>Recognises replies that decline to answer.</summary>
internal static class Refusals
{
    private static readonly PhraseFinder Phrases = new(
        "i cannot", "i can't", "i can not", "i am unable", "i'm unable", "i am not able", "i'm not able", "i do not know",
        "i don't know", "i refuse", "i must decline", "i won't be able", "cannot provide", "can't provide", "unable to provide",
        "unable to answer", "cannot answer", "can't answer", "not appropriate to", "i'm sorry, but", "i am sorry, but",
        "cannot be determined", "cannot determine the correct", "cannot select an answer", "unable to determine", "not possible to determine", "无法回答", "不能回答", "无法提供", "不能提供", "无法作答",
        "无法确定", "无法判断", "无法给出", "不便回答", "拒绝回答", "我不知道", "不清楚答案", "无法为您", "无法为你", "不予回答");

    /// <summary>The refusal in a text; null when there is none.</summary>
    public static Reading? Read(ReadOnlySpan<char> text) =>
        Phrases.First(text) is { } said ? new(ReadingKind.Refusal, "", "refusal", said.Start, said.Length, 0.8) : null;
}
