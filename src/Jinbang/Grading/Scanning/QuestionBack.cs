namespace Jinbang.Grading.Scanning;

/// <summary>Recognises replies that ask for the question or its options instead of answering.</summary>
internal static class QuestionBack
{
    private static readonly PhraseFinder Phrases = new(
        "could you please provide", "could you provide", "can you provide", "can you please provide", "please provide", "could you clarify",
        "could you please clarify", "can you clarify", "please clarify", "please share the", "could you share", "what are the options",
        "请提供", "请您提供", "请你提供", "请补充", "请给出", "请问选项", "请把题目", "请将题目", "能否提供", "可以提供一下", "能提供一下", "麻烦提供", "题目不完整");

    /// <summary>Unreadable for such a reply; null for any other.</summary>
    public static Reading? Read(ReadOnlySpan<char> text) =>
        Phrases.First(text) is { } said ? new(ReadingKind.Unreadable, "", "question-back", said.Start, said.Length) : null;
}
