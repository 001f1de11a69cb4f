namespace Jinbang.Grading.Scanning;

/// <summary>Recognises replies that say nothing.</summary>
internal static class Silence
{
    /// <summary>Unanswered for a reply that is empty or ends inside its thinking; null for any other.</summary>
    public static Reading? Read(ReplyText reply) => reply.IsCutOff
        ? new(ReadingKind.Unanswered, "", "cut-off-thinking")
        : reply.IsEmpty ? new(ReadingKind.Unanswered, "", "empty") : null;
}
