namespace Jinbang.Grading.Scanning;

/// <summary>Reads an option that is named by its place in the list.</summary>
internal static class Position
{
    private const int LongestName = 20;
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩";
    private const string Han = "一二三四五六七八九十";

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Nouns = ["option", "choice", "one", "answer", "statement", "item"];

    /// <summary>Whether a character is a number in a circle.</summary>
    public static bool IsCircled(char c) => Circled.Contains(c);

    /// <summary>The option whose place is named; null when none is.</summary>
    public static LetterRun? At(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        var found = text[at] == '第' ? Counted(text, at, options.Count)
            : text[at] == '后' && text[at..].StartsWith("后一") && at > 0 && text[at - 1] == '最' ? (options.Count, SkipCounter(text, at + 2))
            : char.IsAsciiLetter(text[at]) ? Worded(options, text, at)
            : Numbered(options, text, at);
        return found is ( > 0 and <= 10 and var place, var end) ? new(1 << (place - 1), at, end, false) : null;
    }

    /// <summary>The option whose place the words right before a place name, as in "the second option is right"; null when none do.</summary>
    public static LetterRun? Before(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        var before = text[..at].TrimEnd(" )*_\"'是为也才更最");
        for (var from = Math.Max(0, before.Length - LongestName); from < before.Length && (EndsWithNoun(before) || IsAfterNoun(before, LastWord(before))); from++)
        {
            if (Marks.IsWordEdge(before, from) && At(options, before, from) is { } place && place.End == before.Length && IsOfOption(before, place))
            {
                return place;
            }
        }

        return null;
    }

    private static int LastWord(ReadOnlySpan<char> text)
    {
        var at = text.Length;
        while (at > 0 && text.Length - at < LongestName && Marks.IsWord(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a place is that of an option by name, not of a statement in the question: "the second option", "option 2".</summary>
    public static bool IsOfOption(ReadOnlySpan<char> text, LetterRun place) => EndsWithNoun(text[..place.End]) || IsAfterNoun(text, place.Start);

    // "第二个选项", "第2项"; "第二次世界大战" is a name.
    private static (int Place, int End) Counted(ReadOnlySpan<char> text, int at, int count)
    {
        var (place, end) = Number(text, Math.Min(text.Length, at + 1));
        place = text[..at].EndsWith("倒数") ? count - place + 1 : place;
        return end >= text.Length || text[end] is '个' or '项' or '选' || Marks.IsStop(text[end]) ? (place, SkipCounter(text, end)) : default;
    }

    private static int SkipCounter(ReadOnlySpan<char> text, int at)
    {
        for (var limit = Math.Min(text.Length, at + 3); at < limit && text[at] is '个' or '选' or '项';)
        {
            at++;
        }

        return at;
    }

    private static (int Place, int End) Worded(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        var end = Marks.WordEnd(text, at);
        var word = text[at..end];
        var noun = Marks.SkipBlanks(text, end);
        if (word is "last" or "final")
        {
            // "The second to last option", "the next-to-last one".
            return !text[..at].TrimEnd(" -").EndsWith(" to") && !text[..at].EndsWith("-to-") && IsNoun(text, noun) ? (options.Count, Marks.WordEnd(text, noun)) : default;
        }

        return IndexOf(Ordinals, word) is >= 0 and var ordinal && IsNoun(text, noun) ? (ordinal + 1, Marks.WordEnd(text, noun))
            : IndexOf(Cardinals, word) is >= 0 and var cardinal && IsAfterNoun(text, at) ? (cardinal + 1, end)
            : default;
    }

    // A number stands for an option after "option", or alone where no option's text is a number.
    private static (int Place, int End) Numbered(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        var (place, end) = Number(text, at);
        return place > 0 && Marks.IsWordEdge(text, end) && (IsAfterNoun(text, at) || (!options.HaveNumerals && IsAlone(text, at, end))) ? (place, end) : default;
    }

    private static (int Place, int End) Number(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return default;
        }

        if (text[at..].StartsWith("10"))
        {
            return (10, at + 2);
        }

        var c = text[at];
        var place = c is >= '1' and <= '9' ? c - '0' : Circled.Contains(c) ? Circled.IndexOf(c) + 1 : Han.IndexOf(c) + 1;
        return (place, at + 1);
    }

    private static bool IsAlone(ReadOnlySpan<char> text, int at, int end)
    {
        if (Han.Contains(text[at]))
        {
            return false;
        }

        while (end < text.Length && (Marks.IsCloser(text[end]) || text[end] is ' ' or '.' or '。'))
        {
            end++;
        }

        return end >= text.Length || text[end] == '\n';
    }

    private static bool IsNoun(ReadOnlySpan<char> text, int at) =>
        IndexOf(Nouns, text[at..Marks.WordEnd(text, at)]) >= 0;

    private static bool IsAfterNoun(ReadOnlySpan<char> text, int at) => EndsWithNoun(text[Math.Max(0, at - 16)..at].TrimEnd(" #(*"));

    private static bool EndsWithNoun(ReadOnlySpan<char> text) =>
        text.EndsWith("option", StringComparison.OrdinalIgnoreCase) || text.EndsWith("choice", StringComparison.OrdinalIgnoreCase) || text.EndsWith("选项");

    private static int IndexOf(string[] words, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (word.Equals(words[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
