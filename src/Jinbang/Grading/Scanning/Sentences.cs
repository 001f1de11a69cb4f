namespace Jinbang.Grading.Scanning;

/// <summary>Parts a reply into sentences.</summary>
internal static class Sentences
{
    /// <summary>The last sentence of the last paragraph that one of some phrases opens, or else the last sentence.</summary>
    public static (int Start, int End) Closing(OptionSet options, ReadOnlySpan<char> text, PhraseFinder openings, out bool isOpened)
    {
        var (closing, last) = ((Start: 0, End: 0), (Start: 0, End: 0));
        isOpened = false;
        for (var at = Paragraph(text); at < text.Length;)
        {
            var end = End(options, text, at);
            if (!text[at..end].Trim().IsEmpty)
            {
                last = (at, end);
                var isOpening = openings.IsAt(text, Marks.SkipDressing(text[..end], at));
                (closing, isOpened) = isOpening ? (last, true) : (closing, isOpened);
            }

            at = end;
        }

        return isOpened ? closing : last;
    }

    /// <summary>Where the sentence ends that begins at a place, its stop included.</summary>
    public static int End(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            var isEnd = text[at] switch
            {
                '。' or '!' or '?' => true,
                '\n' => !IsAnnounced(text, at),
                '.' => IsPoint(options, text, at),
                _ => false,
            };
            if (isEnd)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    // The last blank line that no colon leads over.
    private static int Paragraph(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().Length;
        while (text[..end].LastIndexOf("\n\n") is >= 0 and var blank)
        {
            if (!IsAnnounced(text, blank))
            {
                return blank + 2;
            }

            end = blank;
        }

        return 0;
    }

    private static bool IsAnnounced(ReadOnlySpan<char> text, int line)
    {
        var at = line;
        while (at > 0 && line - at < 8 && (text[at - 1] is '\n' or ' ' || Marks.IsCloser(text[at - 1])))
        {
            at--;
        }

        return at > 0 && text[at - 1] == ':';
    }

    // A point before a blank; but "D. London" and "St. Paul" go on.
    private static bool IsPoint(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && !Marks.IsSpace(text[at + 1]) && !Marks.IsCloser(text[at + 1]))
        {
            return false;
        }

        var next = Marks.SkipBlanks(text, Math.Min(text.Length, at + 1));
        var isOptionLetter = at > 0 && text[at - 1] is >= 'A' and <= 'J' && Marks.IsWordEdge(text, at - 1);
        return !(isOptionLetter && next < text.Length && options.EndOf(1 << (text[at - 1] - 'A'), text, next) > 0);
    }
}
