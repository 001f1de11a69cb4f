using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Crosses the words between a cue and the answer it announces.</summary>
internal static class Gap
{
    private const int Longest = 120;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = new[]
    {
        "is", "are", "was", "be", "would", "should", "must", "will", "therefore", "thus", "clearly", "definitely", "indeed",
        "probably", "likely", "most", "more", "option", "options", "choice", "choices", "letter", "letters", "the", "correct",
        "right", "best", "answer", "answers", "statement", "to", "this", "that", "question", "for", "number", "of", "in",
        "following", "final", "given", "below", "here", "as", "follows", "above", "provided", "my", "it", "indicated", "both",
        "either", "has", "with", "only", "just", "us",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where an announced answer begins; -1 when the words up to it deny it.</summary>
    public static int Cross(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + Longest);
        while (at < limit)
        {
            if (Next(text, at) is not { } next)
            {
                return Denial.IsDenial(text[at]) || Denial.IsDenial(text[at..Marks.WordEnd(text[..limit], at)]) ? -1 : at;
            }

            at = next;
        }

        return Math.Min(at, text.Length);
    }

    /// <summary>The place after the filler that begins at a place; null when none does.</summary>
    public static int? Next(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == '<' && TagEnd(text, at) is var tag and > 0)
        {
            return tag;
        }

        if (c == '\\')
        {
            return LatexEnd(text, at);
        }

        if (Marks.IsSpace(c) || Marks.IsOpener(c) || c is ':' or '=' or '-' or '>' or ']' or ')' or '→' or '—'
            || "是为应该当选择项即就题的正确最终可能佳个本也有包括含".Contains(c))
        {
            return at + 1;
        }

        var end = Marks.WordEnd(text[..Math.Min(text.Length, at + 20)], at);
        return end > at + 1 && Fillers.Contains(text[at..end]) ? end : null;
    }

    // Skips "<b>" and the like before more text; "<b>" alone may be an answer.
    private static int TagEnd(ReadOnlySpan<char> text, int at)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<b>", "<i>", "<u>", "<p>", "<em>", "<strong>", "<code>", "<mark>"])
        {
            var end = at + tag.Length;
            if (text[at..].StartsWith(tag) && end < text.Length && text[end] is not ('<' or '\n' or ' '))
            {
                return end;
            }
        }

        return 0;
    }

    // Skips a command and its brace: \text{, \mathrm{, \(.
    private static int LatexEnd(ReadOnlySpan<char> text, int at)
    {
        var end = Marks.WordEnd(text[..Math.Min(text.Length, at + 20)], at + 1);
        return Math.Min(text.Length, end == at + 1 ? at + 2 : end);
    }
}
