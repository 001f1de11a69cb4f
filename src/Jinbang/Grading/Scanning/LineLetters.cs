namespace Jinbang.Grading.Scanning;

/// <summary>Reads letters that begin lines, as in "C. Paris", or stand alone on the last ones.</summary>
internal static class LineLetters
{
    /// <summary>The letters that begin lines, unless they merely list the options; null when there are none.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        LetterRun? all = null;
        var (isTelling, areSeveral, areOnlyOptions) = (false, false, true);
        var block = LineBlock.Empty;
        var (lines, isAnnounced) = (0, false);
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            var leading = Leading(options, text, range.Start.Value, range.End.Value, out var isAlone);
            areOnlyOptions &= isAlone;
            block = leading is { } item && isAlone ? block.With(item) : LineBlock.Empty;
            if (leading is { } run)
            {
                isTelling |= lines == 0 || isAlone || isAnnounced;
                areSeveral |= all is { } other && other.Letters != run.Letters;
                all = all is { } others ? others with { Letters = others.Letters | run.Letters } : run;
            }

            isAnnounced = lines++ == 0 && line.TrimEnd("*_ ").EndsWith(':');
        }

        return block.Chosen(options) is { } chosen ? ChoiceReader.Of(options, chosen, "last-line", 0.9)
            : all is { } found && isTelling && !IsPart(text, found) && (!areSeveral || (areOnlyOptions && !options.IsEcho(found.Letters)))
            ? ChoiceReader.Of(options, found, "line-letter", 0.8)
            : null;
    }

    // "(A) The mass … (B) The volume …" labels the parts of an argument.
    private static bool IsPart(ReadOnlySpan<char> text, LetterRun run)
    {
        var isFramed = run.Count == 1 && run.Start > 0 && text[run.Start - 1] == '(' && run.Start + 1 < text.Length && text[run.Start + 1] == ')';
        return isFramed && text[run.Start..].Contains(['(', (char)(text[run.Start] + 1), ')'], StringComparison.Ordinal);
    }

    // A line that leads with a letter and does not deny it; it is alone when nothing follows but its text.
    private static LetterRun? Leading(OptionSet options, ReadOnlySpan<char> text, int start, int end, out bool isAlone)
    {
        isAlone = false;
        var line = text[..end];
        var at = start;
        while (at < end && text[at] != '|' && (Marks.IsSpace(text[at]) || Marks.IsOpener(text[at]) || text[at] is '-' or '•' or '\\' or '选' or '项'))
        {
            at++;
        }

        if (line[at..].StartsWith("option ", StringComparison.OrdinalIgnoreCase))
        {
            at = Marks.SkipBlanks(line, at + 7);
        }

        if (LetterRun.At(line, at) is not { } run || Separated(line, run.End, out var isSeparated) is var rest && !isSeparated)
        {
            return null;
        }

        var own = NamedOptions.WithOwnText(options, line, run);
        isAlone = Marks.IsDressing(line[Math.Max(own, rest)..]);

        // "(a) The first part" labels a part; options are called by capitals unless alone.
        var isLabel = char.IsAsciiLetterLower(line[run.Start]) && rest < end && own == run.End;
        var isDenied = own > run.End ? Denial.Follows(line, own) : !options.IsBegun(run.Letters, line, rest) && Denial.Follows(line, rest);
        return isLabel || isDenied ? null : run;
    }

    private static int Separated(ReadOnlySpan<char> line, int at, out bool isSeparated)
    {
        // "C(graphite)" and "H(x)" are names.
        isSeparated = false;
        if (at + 1 < line.Length && line[at] == '(' && (char.IsAsciiLetterLower(line[at + 1]) || char.IsAsciiDigit(line[at + 1])))
        {
            return at;
        }

        var end = at;
        while (end < line.Length && (Marks.IsCloser(line[end]) || line[end] is '.' or ':' or ',' or ';' or '、' or '。' or '—' or '-' || Marks.IsSpace(line[end])))
        {
            end++;
        }

        var word = line[end..Marks.WordEnd(line, end)];
        isSeparated = end >= line.Length || line[at..end].IndexOfAnyExcept(" \t\r") >= 0 || word is "because" or "since" or "as" || line[end] == '(';
        return end;
    }
}
