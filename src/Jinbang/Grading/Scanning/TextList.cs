using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the texts that one reply gives for several blanks, or in an order.</summary>
internal static class TextList
{
    private const int Longest = 4000;
    private static readonly SearchValues<char> LabelMarks = SearchValues.Create(".):]、\"①②③④⑤⑥⑦⑧⑨⑩");
    private static readonly string[][] Separators =
    [
        ["\n"], [";"], ["->"], ["→"], [">"], ["<"], ["、"], [", and ", ","], [","], ["|"], [" / "], ["/"], [" and "], ["和"], [" and ", ","], ["、", "和"], [",", "和"], ["、", "以及"], [" "],
    ];

    /// <summary>The texts of each part, and where they stand; empty when none are given.</summary>
    /// <param name="text">The folded reply.</param>
    /// <param name="count">How many answers the question asks for.</param>
    public static (IReadOnlyList<string> Parts, Place Place) Read(ReadOnlySpan<char> text, int count)
    {
        if (Frames(text) is { Parts.Count: > 1 } frames && frames.Parts.Count == count)
        {
            return frames;
        }

        var (start, end) = Body(text);
        var body = text[start..end];
        var place = new Place(start, end - start);
        var labelled = Labelled(body);
        if (labelled.Count == count || (labelled.Count > 1 && count > 1))
        {
            return (labelled, place);
        }

        foreach (var separator in Separators)
        {
            if (Parts(body, separator) is { Count: var found } parts && found == count)
            {
                return (parts, place);
            }
        }

        return (Parts(body, body.Contains(';') ? [";"] : body.Contains('、') ? ["、"] : [","]), place);
    }

    private static (IReadOnlyList<string> Parts, Place Place)? Frames(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var place = new Place(0, 0);
        for (var from = 0; text[from..].IndexOf("\\boxed{") is var found and >= 0;)
        {
            var start = from + found + "\\boxed{".Length;
            var end = Braces.End(text, start);
            parts.Add(text[start..end].ToString());
            place = parts.Count == 1 ? new(start, end - start) : new(place.Start, end - place.Start);
            from = Math.Max(start, end);
        }

        return (parts, place);
    }

    // What follows the last announcement; a reply of one line, or one of numbered lines, is all answer.
    private static (int Start, int End) Body(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var from = 0; ValueCues.Answers.Next(text, from) is { } cue; from = cue.End)
        {
            start = cue.Kind == CueKind.Frame || !Denial.Precedes(text, cue.Start) ? cue.End : start;
        }

        start = Skip(text, start);
        var end = Math.Min(text.TrimEnd().Length, start + Longest);
        var paragraph = text[start..Math.Max(start, end)].IndexOf("\n\n");
        return (start, paragraph < 0 || IsLabelled(text[(start + paragraph)..end]) ? Math.Max(start, end) : start + paragraph);
    }

    private static bool IsLabelled(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyExcept("\n \t\r");
        return at >= 0 && PartLabel.End(text, at) is not null;
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var next = at;
            foreach (var word in (ReadOnlySpan<string>)["is ", "are ", "as follows", "分别", "依次", "是", "为", "应", ":", "]", "*", "\"", "{", "\n", " "])
            {
                if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    next = at + word.Length;
                    break;
                }
            }

            if (next == at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private static List<string> Labelled(ReadOnlySpan<char> body)
    {
        var parts = new List<string>();
        var open = -1;
        for (var at = 0; at < body.Length;)
        {
            var isEdge = at == 0 || Marks.IsSpace(body[at - 1]) || Marks.IsStop(body[at - 1]) || Marks.IsOpener(body[at - 1]);
            if (isEdge && PartLabel.End(body, at) is { } after && after > at && body[at..after].ContainsAny(LabelMarks))
            {
                Close(body, at);
                (open, at) = (after, after);
            }
            else
            {
                at++;
            }
        }

        Close(body, body.Length);
        return parts;

        void Close(ReadOnlySpan<char> body, int end)
        {
            if (open >= 0)
            {
                parts.Add(body[open..Math.Max(open, end)].Trim(" \n\r\t,;{}\"'").ToString());
            }
        }
    }

    private static List<string> Parts(ReadOnlySpan<char> body, string[] separators)
    {
        var parts = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < body.Length; at++)
        {
            isQuoted ^= body[at] == '"';
            foreach (var separator in separators)
            {
                if (!isQuoted && body[at..].StartsWith(separator, StringComparison.OrdinalIgnoreCase))
                {
                    Add(body[start..at]);
                    start = at + separator.Length;
                    at = start - 1;
                    break;
                }
            }
        }

        Add(body[Math.Min(start, body.Length)..]);
        return parts;

        void Add(ReadOnlySpan<char> part)
        {
            // The dash of an item, not the sign of a number.
            part = part.Trim() is ['-' or '*' or '•' or '·', ' ', .. var item] ? item : part;
            if (!part.Trim(" \n\r\t.[]{}\"'*-").IsEmpty)
            {
                parts.Add(part.Trim(" \n\r\t.[]{}\"'").ToString());
            }
        }
    }
}
