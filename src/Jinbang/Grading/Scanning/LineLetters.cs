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
        var before = ReadOnlySpan<char>.Empty;
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
                isTelling |= before.IsEmpty || isAlone || before.TrimEnd("*_ ").EndsWith(':');
                areSeveral |= all is { } other && other.Letters != run.Letters;
                all = all is { } others ? others with { Letters = others.Letters | run.Letters, End = run.End } : run;
            }

            before = line;
        }

        return block.Chosen(options) is { } chosen ? ChoiceReader.Of(options, chosen, "last-line", 0.9)
            : all is { } found && isTelling && (!areSeveral || (areOnlyOptions && !options.IsEcho(found.Letters)))
            ? ChoiceReader.Of(options, found, "line-letter", 0.8)
            : null;
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
