namespace Jinbang.Grading.Scanning;

/// <summary>Reads the letters that one reply gives to several questions.</summary>
internal static class LetterList
{
    /// <summary>Stands for an answer that is there but names no option.</summary>
    public const string Unknown = "?";

    private const int MostMarks = 12;
    private static readonly CueFinder Cues = new((CueKind.Answer, ["answer", "answers", "答案", "\\boxed"]));

    /// <summary>The letters of each part, and where they stand; empty when none are given.</summary>
    /// <param name="text">The folded reply.</param>
    /// <param name="count">How many answers the question asks for.</param>
    public static (IReadOnlyList<string> Parts, Place Place) Read(ReadOnlySpan<char> text, int count)
    {
        var announced = Announced(text, count);
        if (announced.Parts.Count == count)
        {
            return announced;
        }

        var lines = Lines(text);
        var whole = Items(text, 0, text.Length, mayGoOn: true);
        var other = Split(lines.Parts, count).Count == count ? lines : whole;
        var parts = Split(other.Parts, count);
        return (parts.Count == count && parts.Any(part => part != Unknown)) || announced.Parts.All(part => part == Unknown) ? (parts, other.Place) : announced;
    }

    // The last announcement when it lists them all, else all announcements one after the other.
    private static (List<string> Parts, Place Place) Announced(ReadOnlySpan<char> text, int count)
    {
        var cues = Statements(text);
        var parts = new List<string>();
        var place = new Place(0, 0);
        for (var i = 0; i < cues.Count; i++)
        {
            var end = i + 1 < cues.Count ? cues[i + 1].Start : text.Length;
            var items = Items(text, cues[i].End, end, mayGoOn: cues.Count == 1);
            var split = Split(items.Parts, count);
            if (i == cues.Count - 1 && split.Count == count && count > 1)
            {
                return (split, items.Place);
            }

            parts.AddRange(items.Parts.Count == 0 ? [Unknown] : cues.Count == count ? [string.Concat(items.Parts)] : items.Parts);
            place = i == 0 ? items.Place : new(place.Start, Math.Max(place.Length, items.Place.Start + items.Place.Length - place.Start));
        }

        return (Split(parts, count), place);
    }

    // Where a reply sets its answers off in brackets, what it says of answers elsewhere is reasoning.
    private static List<Cue> Statements(ReadOnlySpan<char> text)
    {
        var (all, set) = (new List<Cue>(), new List<Cue>());
        for (var from = 0; Cues.Next(text, from) is { } cue; from = cue.End)
        {
            all.Add(cue);
            if (cue.Start > 0 && text[cue.Start - 1] == '[' && cue.End < text.Length && text[cue.End] == ']')
            {
                set.Add(cue);
            }
        }

        return set.Count > 0 ? set : all;
    }

    // Lines such as "21. C" and "(2) A. Because …"; a numbered line without a letter is an answer, too.
    private static (List<string> Parts, Place Place) Lines(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var place = new Place(0, 0);
        foreach (var range in text.Split('\n'))
        {
            var (start, end) = (Marks.SkipDressing(text[..range.End.Value], range.Start.Value), range.End.Value);
            start = start > range.Start.Value && text[start - 1] is '(' or '[' ? start - 1 : start;
            if (PartLabel.End(text[..end], start) is { } after)
            {
                var items = Items(text, Cues.Next(text[..end], after) is { } cue && cue.Start <= after + 2 ? cue.End : start, end, mayGoOn: false);
                parts.AddRange(items.Parts.Count == 0 ? [Unknown] : items.Parts);
                place = place.Length == 0 ? items.Place : new(place.Start, items.Place.Start + items.Place.Length - place.Start);
            }
        }

        return (parts, place);
    }

    private static (List<string> Parts, Place Place) Items(ReadOnlySpan<char> text, int from, int end, bool mayGoOn)
    {
        var parts = new List<string>();
        var (first, last, isLabelled) = (from, from, false);
        for (var at = from; at < end;)
        {
            var label = PartLabel.End(text[..end], at);
            if (Letters(text[..end], label ?? at, out var stop) is { } letters)
            {
                first = parts.Count == 0 ? label ?? at : first;
                isLabelled |= label is not null;
                Add(parts, letters, isNew: label is not null || !isLabelled);
                at = last = stop;
            }
            else if (label is null && IsFiller(text, at, end, out var next))
            {
                at = next;
            }
            else if (mayGoOn && parts.Count > 0 && label is { } empty && NextLabel(text, empty, end) is { } further)
            {
                parts.Add(Unknown);
                at = further;
            }
            else if (mayGoOn && parts.Count > 0 && NextLabelledLine(text, at, end) is { } line)
            {
                at = line;
            }
            else
            {
                break;
            }
        }

        return (parts, new(first, last - first));
    }

    // Behind one label all letters belong together: "(1) B、D (2) A".
    private static void Add(List<string> parts, string letters, bool isNew)
    {
        if (isNew || parts.Count == 0)
        {
            parts.Add(letters);
        }
        else
        {
            parts[^1] += letters;
        }
    }

    private static string? Letters(ReadOnlySpan<char> text, int at, out int stop)
    {
        var limit = Math.Min(text.Length, at + MostMarks);
        while (at < limit && (Marks.IsOpener(text[at]) || text[at] is ' ' or '选'))
        {
            at++;
        }

        stop = at;
        while (stop < text.Length && text[stop] is >= 'A' and <= 'J')
        {
            stop++;
        }

        var isLower = stop == at && at < text.Length && text[at] is >= 'a' and <= 'j' && (at + 1 == text.Length || !Marks.IsWord(text[at + 1]));
        stop = isLower ? at + 1 : stop;
        if (stop == at && at < text.Length && text[at] is (>= 'K' and <= 'Z') or '?' && EndsAnswer(text, at + 1) && (at == 0 || !char.IsAsciiLetter(text[at - 1])))
        {
            stop = at + 1;
            return Unknown;
        }

        return stop > at && (at == 0 || !char.IsAsciiLetter(text[at - 1])) && EndsAnswer(text, stop) ? text[at..stop].ToString().ToUpperInvariant() : null;
    }

    // Digits number the next answer; "A选项" and "A bird" begin a sentence.
    private static bool EndsAnswer(ReadOnlySpan<char> text, int at)
    {
        var next = Marks.SkipBlanks(text, at);
        return next >= text.Length || Marks.IsStop(text[next]) || Marks.IsCloser(text[next]) || Marks.IsOpener(text[next])
            || text[next] is '/' or '-' or '→' or '—' or '和' or '与' or '及' || text[at..].StartsWith(" and ", StringComparison.OrdinalIgnoreCase) || char.IsAsciiDigit(text[next]) || (next > at && text[next] is >= 'A' and <= 'J' or '第')
            || text[next] is >= '①' and <= '⑳';
    }

    private static bool IsFiller(ReadOnlySpan<char> text, int at, int end, out int next)
    {
        next = at + 1;
        if (Marks.IsSpace(text[at]) || Marks.IsOpener(text[at]) || Marks.IsCloser(text[at]) || Marks.IsStop(text[at]) || text[at] is '-' or '/' or '&' or '→' or '>' or '=')
        {
            return true;
        }

        foreach (var word in (ReadOnlySpan<string>)["are", "is", "and", "as follows", "the", "分别", "依次", "是", "为", "应", "该", "和", "选", "项"])
        {
            if (text[at..end].StartsWith(word, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + word.Length))
            {
                next = at + word.Length;
                return true;
            }
        }

        return false;
    }

    // "(2) 文中未提及 (3) D": the next label in brackets, or at a line's start.
    private static int? NextLabel(ReadOnlySpan<char> text, int at, int end)
    {
        while (text[at..end].IndexOfAny('(', '\n') is var found and >= 0)
        {
            at += found + (text[at + found] == '\n' ? 1 : 0);
            if (at < end && PartLabel.End(text[..end], at) is not null)
            {
                return at;
            }

            at += at < end && text[at] == '(' ? 1 : 0;
        }

        return null;
    }

    private static int? NextLabelledLine(ReadOnlySpan<char> text, int at, int end)
    {
        while (text[at..end].IndexOf('\n') is var found and >= 0)
        {
            at = Marks.SkipBlanks(text[..end], at + found + 1);
            if (at < end && PartLabel.End(text[..end], at) is not null)
            {
                return at;
            }
        }

        return null;
    }

    // "ACBD" and "1-5 ABCDA" are one letter for each part.
    private static List<string> Split(List<string> parts, int count) =>
        parts.Count != count && parts.Sum(part => part.Length) == count && (parts.Count == 1 || parts.All(part => part.Length > 1 || part == Unknown) || parts.All(part => part.Length == 1)) ? [.. parts.SelectMany(part => part.Select(letter => letter.ToString()))] : parts;
}
