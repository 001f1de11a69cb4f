namespace Jinbang.Grading.Scanning;

/// <summary>A reply made ready for scanning: plain characters, thinking blanked out, every place as in the reply.</summary>
/// <param name="Text">The folded text, as long as the reply.</param>
/// <param name="IsCutOff">Whether the reply ends inside its thinking.</param>
internal readonly record struct ReplyText(string Text, bool IsCutOff)
{
    private static readonly string[] Tags = ["think>", "thinking>", "thought>"];

    /// <summary>Whether nothing is said outside the thinking.</summary>
    public bool IsEmpty => Text.AsSpan().IndexOfAnyExcept(" \t\r\n\u200B") < 0;

    /// <summary>Folds a reply and blanks out its thinking.</summary>
    public static ReplyText From(string reply)
    {
        var folded = Folding.Fold(reply);
        return NextTag(folded, 0, out _, out _) < 0 ? new(folded, false) : WithoutThinking(folded);
    }

    // A first closing tag without an opening one ends thinking that the prompt opened.
    private static ReplyText WithoutThinking(string folded)
    {
        var text = folded.ToCharArray();
        int? openedAt = 0;
        var isThinking = false;
        for (var at = 0; (at = NextTag(folded, at, out var end, out var closes)) >= 0; at = end)
        {
            if (closes)
            {
                text.AsSpan((openedAt ?? at)..end).Fill(' ');
                (openedAt, isThinking) = (null, false);
            }
            else if (!isThinking)
            {
                (openedAt, isThinking) = (at, true);
            }
        }

        return new(new string(text), isThinking);
    }

    private static int NextTag(ReadOnlySpan<char> text, int from, out int end, out bool closes)
    {
        for (var at = from; (at = IndexFrom(text, '<', at)) >= 0; at++)
        {
            closes = at + 1 < text.Length && text[at + 1] == '/';
            var name = text[(at + (closes ? 2 : 1))..];
            foreach (var tag in Tags)
            {
                if (name.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                {
                    end = text.Length - name.Length + tag.Length;
                    return at;
                }
            }
        }

        (end, closes) = (text.Length, false);
        return -1;
    }

    private static int IndexFrom(ReadOnlySpan<char> text, char c, int from)
    {
        var index = text[from..].IndexOf(c);
        return index < 0 ? -1 : from + index;
    }
}
