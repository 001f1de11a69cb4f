using System.Text;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the short text that a reply gives.</summary>
internal static class ShortTextReader
{
    private const int Longest = 500;
    private const int LongestMarks = 60;
    private const string Stops = " .,;:。、$`";
    private const string Edges = " \t\r\n.,;:!?。、…*_`$\"'()[]{}<>~\\\u200B";

    // Longest first within a beginning.
    private static readonly string[] Leads =
    [
        "it is called ", "it is known as ", "it's called ", "it's known as ", "it was called ", "this is called ", "that's called ", "they are called ",
        "it is ", "it's ", "it was ", "this is ", "that is ", "that's ", "they are ", "that would be ", "it would be ", "ans:", "ans.", "a:",
        "这是", "就是", "应该是", "应当是", "应是", "应为", "叫做", "叫作", "称为", "是",
    ];

    /// <summary>Reads a reply to a question for a short text.</summary>
    public static Reading Read(string text) => ValueReader.Read(text, rest => Announced(rest), Read, Said);

    private static Reading Said(string text) =>
        Announced(text)
        ?? Refusals.Read(text)
        ?? Whole(text)
        ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");

    /// <summary>The form in which texts are compared: plain characters, lower case, single blanks, no marks at the ends, no article.</summary>
    public static string Canonical(string text)
    {
        var plain = Folding.Fold(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var spaced = string.Join(' ', words);
        var joined = spaced.Trim(Edges.ToCharArray()) is { Length: > 0 } trimmed ? trimmed : spaced.Trim(Stops.ToCharArray());
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (joined.StartsWith(article, StringComparison.Ordinal))
            {
                return joined[article.Length..];
            }
        }

        return joined;
    }

    // Only the last announcement is read, so that a reply of nothing but announcements costs no more than another.
    private static Reading? Announced(ReadOnlySpan<char> text)
    {
        Cue? last = null;
        for (var from = 0; ValueCues.Answers.Next(text, from) is { } cue; from = cue.End)
        {
            last = cue.Kind == CueKind.Frame || !IsNoStatement(text, cue) ? cue : last;
        }

        if (last is not { } announced)
        {
            return null;
        }

        var at = Begin(text, announced.End);
        return announced.Kind == CueKind.Frame ? Of(text, at, Braces.End(text, at), "boxed", 0.9)
            : OfMarks(text, announced.End) ?? Of(text, at, SentenceEnd(text, at), "answer-cue", 0.9);
    }

    // An answer such as ") ]" has nothing but marks.
    private static Reading? OfMarks(ReadOnlySpan<char> text, int at)
    {
        var link = Marks.SkipBlanks(text, at);
        var start = Marks.SkipBlanks(text, text[link..].StartsWith("is ") ? link + 3 : text[link..].StartsWith(":") ? link + 1 : link);
        var end = SentenceEnd(text, start);
        foreach (var c in text[start..end])
        {
            if (char.IsLetterOrDigit(c) || c is '*' or '_' or '`' or '"')
            {
                return null;
            }
        }

        return end - start <= LongestMarks ? Of(text, start, end, "answer-cue", 0.9) : null;
    }

    private static Reading? Whole(ReadOnlySpan<char> text)
    {
        var start = Lead(text, Marks.SkipDressing(text, 0));
        var end = Math.Max(start, text.TrimEnd().Length);
        return text[start..end].Contains('\n') ? null
            : Gloss.AsksBack(text[start..end]) ? new(ReadingKind.Unreadable, "", "question", start, end - start)
            : Complement.Name(text.Slice(start, Gloss.Start(text[start..end]))) is { } name ? Of(text, start + name.Start, start + name.Start + name.Length, "complement", 0.7)
            : Of(text, start, end, "bare", 0.8);
    }

    // "It is Paris.", "It's called Paris.", "是巴黎。", "Ans: Paris"
    private static int Lead(ReadOnlySpan<char> text, int start)
    {
        foreach (var lead in Leads)
        {
            if (text[start..].StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return Marks.SkipDressing(text, start + lead.Length);
            }
        }

        return start;
    }

    private static Reading? Of(ReadOnlySpan<char> text, int start, int end, string rule, double confidence)
    {
        end = start + (end > start ? Gloss.Start(text[start..end]) : 0);
        return end - start is > 0 and <= Longest && Canonical(text[start..end].ToString()) is { Length: > 0 } answer
            ? new(ReadingKind.Value, answer, rule, start, end - start, confidence)
            : null;
    }

    private static bool IsNoStatement(ReadOnlySpan<char> text, Cue cue)
    {
        var isTag = cue.Start > 0 && text[cue.Start - 1] == '<';
        var isClosingTag = cue.Start > 0 && text[cue.Start - 1] == '/';
        return isClosingTag || Denial.Precedes(text, cue.Start) || !(isTag || IsLinked(text, cue.End));
    }

    private static bool IsLinked(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (Marks.IsSpace(text[at]) || Marks.IsOpener(text[at]) || Marks.IsCloser(text[at])))
        {
            at++;
        }

        return at < text.Length && (text[at] is ':' or '=' || HanLink(text, at) > at || at > 0 && text[at - 1] is ']' or ':'
            || (text[at..].StartsWith("is", StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + 2)) || text[at..].StartsWith("should be", StringComparison.OrdinalIgnoreCase)
            || text[at..].StartsWith("would be", StringComparison.OrdinalIgnoreCase) || text[at..].StartsWith("must be", StringComparison.OrdinalIgnoreCase));
    }

    private static int? TagEnd(ReadOnlySpan<char> text, int at)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<b>", "<strong>", "<i>", "<em>", "<u>"])
        {
            if (text[at..].StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            {
                return at + tag.Length;
            }
        }

        return null;
    }

    // After "是", "应该是" and the like; the same place without one.
    private static int HanLink(ReadOnlySpan<char> text, int at)
    {
        foreach (var link in (ReadOnlySpan<string>)["应该是", "应该为", "应当是", "应当为", "应该", "应当", "应是", "应为", "是", "为"])
        {
            if (text[at..].StartsWith(link, StringComparison.Ordinal))
            {
                return at + link.Length;
            }
        }

        return at;
    }

    // Behind a colon the answer begins, and may begin with a character that is a link elsewhere.
    private static int Begin(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        var isLinked = at > 1 && text[at - 1] == ':' && text[at - 2] != '答';
        while (at < limit)
        {
            var end = Marks.WordEnd(text[..limit], at);
            if (text[at] == '\\' && Gap.Next(text, at) is { } next)
            {
                at = next;
            }
            else if (TagEnd(text, at) is { } tagEnd)
            {
                at = tagEnd;
            }
            else if (text[at..end] is "is" or "should" or "be" or "would" or "must")
            {
                at = end;
            }
            else if (!isLinked && HanLink(text, at) is var behind && behind > at)
            {
                at = behind;
            }
            else if (Marks.IsSpace(text[at]) || Marks.IsOpener(text[at]) || Marks.IsCloser(text[at]) || text[at] is ':' or '=')
            {
                isLinked |= text[at] == ':';
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    // A point ends a sentence after a word longer than an abbreviation.
    private static int SentenceEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + Longest + 1);
        for (var (i, word) = (at, 0); i < limit; i++)
        {
            if (text[i] is '\n' or '。' || (text[i] == '.' && word > 3 && i + 1 < limit && text[i + 1] == ' ') || text[i..].StartsWith("</"))
            {
                return i;
            }

            word = char.IsLetterOrDigit(text[i]) ? word + 1 : 0;
        }

        return limit;
    }
}
