using System.Buffers;
using System.Text;

namespace Jinbang.Grading.Scanning;

/// <summary>A reply made ready for scanning: plain characters, thinking blanked out, every place as in the reply.</summary>
/// <param name="Text">The folded text, as long as the reply.</param>
/// <param name="IsCutOff">Whether the reply ends inside its thinking.</param>
internal readonly record struct ReplyText(string Text, bool IsCutOff)
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("<◁[");

    private static readonly (string Text, bool Closes)[] Tags =
    [
        ("<think>", false), ("</think>", true), ("<thinking>", false), ("</thinking>", true), ("<thought>", false), ("</thought>", true),
        ("<thoughts>", false), ("</thoughts>", true), ("<reasoning>", false), ("</reasoning>", true), ("<reflection>", false),
        ("</reflection>", true), ("<scratchpad>", false), ("</scratchpad>", true), ("<seed:think>", false), ("</seed:think>", true),
        ("<|begin_of_thought|>", false), ("<|end_of_thought|>", true), ("◁think▷", false), ("◁/think▷", true), ("[think]", false),
        ("[/think]", true), ("<|channel|>analysis<|message|>", false), ("<|channel|>final<|message|>", true),
    ];

    /// <summary>Whether nothing is said outside the thinking.</summary>
    public bool IsEmpty => Text.AsSpan().IndexOfAnyExcept(" \t\r\n\u200B") < 0;

    /// <summary>Folds a reply and blanks out its thinking.</summary>
    public static ReplyText From(string reply)
    {
        var text = Folding.Fold(reply);
        var thinking = Thinking(text, out var isCutOff);
        if (thinking.Count == 0)
        {
            return new(text, isCutOff);
        }

        var blanked = text.ToCharArray();
        foreach (var span in thinking)
        {
            blanked.AsSpan(span).Fill(' ');
        }

        return new(new string(blanked), isCutOff);
    }

    /// <summary>What a reply says besides its thinking, unfolded.</summary>
    public static string Said(string reply)
    {
        var said = new StringBuilder();
        var at = 0;
        foreach (var span in Thinking(Folding.Fold(reply), out _))
        {
            said.Append(reply, at, span.Start.Value - at);
            at = span.End.Value;
        }

        // The blank lines behind the thinking are its own.
        return at == 0 ? reply : said.Append(reply, at, reply.Length - at).ToString().TrimStart();
    }

    // A first closing tag without an opening one ends thinking that the prompt opened.
    private static List<Range> Thinking(string folded, out bool isCutOff)
    {
        var spans = new List<Range>();
        int? openedAt = 0;
        isCutOff = false;
        for (var at = 0; (at = NextTag(folded, at, out var end, out var closes)) >= 0; at = end)
        {
            if (closes)
            {
                spans.Add((openedAt ?? at)..end);
                (openedAt, isCutOff) = (null, false);
            }
            else if (!isCutOff)
            {
                (openedAt, isCutOff) = (at, true);
            }
        }

        return spans;
    }

    private static int NextTag(ReadOnlySpan<char> text, int from, out int end, out bool closes)
    {
        for (var at = from; text[at..].IndexOfAny(Beginnings) is >= 0 and var found; at++)
        {
            at += found;
            foreach (var tag in Tags)
            {
                if (text[at..].StartsWith(tag.Text, StringComparison.OrdinalIgnoreCase))
                {
                    (end, closes) = (at + tag.Text.Length, tag.Closes);
                    return at;
                }
            }
        }

        (end, closes) = (text.Length, false);
        return -1;
    }
}
