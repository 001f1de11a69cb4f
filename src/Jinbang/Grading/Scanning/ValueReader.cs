namespace Jinbang.Grading.Scanning;

/// <summary>The way through a reply that all readers of values go.</summary>
internal static class ValueReader
{
    /// <summary>Reads a reply: its silence, its answer field, or what it says before a question of its own.</summary>
    /// <param name="text">The reply as it came.</param>
    /// <param name="announced">Reads an answer that a text announces.</param>
    /// <param name="whole">Reads an answer field as a reply of its own.</param>
    /// <param name="said">Reads a text without regard to fields and further questions.</param>
    public static Reading Read(string text, Func<string, Reading?> announced, Func<string, Reading> whole, Func<string, Reading> said)
    {
        var reply = ReplyText.From(text);
        return Silence.Read(reply)
            ?? StructuredAnswer.Read(reply.Text, announced, whole)
            ?? NextQuestion.FirstAnswer(reply.Text, said);
    }
}
