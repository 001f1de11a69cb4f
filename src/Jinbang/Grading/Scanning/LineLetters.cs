using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads letters that begin lines, as in "C. Paris", or stand alone on the last one.</summary>
internal static class LineLetters
{
    /// <summary>The letters that begin lines, unless they merely list the options; null when there are none.</summary>
    public static Reading? Read(Question question, ReadOnlySpan<char> text)
    {
        LetterRun? only = null;
        var several = false;
        LetterRun? last = null;
        var (isLastAlone, wasAlone) = (false, false);
        foreach (var range in text.Split('\n'))
        {
            if (text[range].Trim().IsEmpty)
            {
                continue;
            }

            wasAlone = isLastAlone;
            last = Leading(text, range.Start.Value, range.End.Value, question, out isLastAlone);
            if (last is { } run)
            {
                several |= only is { } other && other.Letters != run.Letters;
                only ??= run;
            }
        }

        return isLastAlone && !wasAlone && last is { } alone ? ChoiceReader.Of(question, alone, "last-line", 0.9)
            : only is { } found && !several ? ChoiceReader.Of(question, found, "line-letter", 0.8)
            : null;
    }

    private static LetterRun? Leading(ReadOnlySpan<char> text, int start, int end, Question question, out bool isAlone)
    {
        isAlone = false;
        var line = text[..end];
        var at = start;
        while (at < end && (Marks.IsSpace(text[at]) || Marks.IsOpener(text[at]) || text[at] is '-' or '•' or '\\' or '选' or '项'))
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

        isAlone = rest >= end;
        var isOption = OptionTexts.At(line, rest, question, out _) == run.Letters;
        return isOption || !Denial.Follows(line, rest) ? run : null;
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
