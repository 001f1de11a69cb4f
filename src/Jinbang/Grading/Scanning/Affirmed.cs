namespace Jinbang.Grading.Scanning;

/// <summary>Reads which options a reply calls right, one by one.</summary>
internal static class Affirmed
{
    private const int LongestSubject = 40;

    /// <summary>The options called right; null when none is, or several where only one may be.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        LetterRun? all = null;
        for (var from = 0; ChoiceCues.All.Next(text, from) is { } cue; from = cue.Start + 1)
        {
            if (cue.Kind != CueKind.Affirmation || Before(options, text, cue.Start) is not { } run)
            {
                continue;
            }

            if (all is { } other && other.Letters != run.Letters && !options.MaySeveral)
            {
                return null;
            }

            all = all is { } before ? run with { Letters = before.Letters | run.Letters } : run;
        }

        return all is { } affirmed ? ChoiceReader.Of(options, affirmed, "affirmed", 0.7) : null;
    }

    /// <summary>The option named by place, or the letters, that end right before a place; tried from the left, so that a whole list is found.</summary>
    public static LetterRun? Before(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        for (var from = Math.Max(0, at - LongestSubject); from < at; from++)
        {
            if (text[from] is (>= 'A' and <= 'J') or (>= 'a' and <= 'j') && LetterRun.At(text[..at], from) is { } run
                && IsOnlyOptionWord(text[run.End..at]))
            {
                return IsDeniedList(text, from) ? null : run;
            }
        }

        return Position.Before(options, text, at) is { } place && !Denial.Precedes(text, place.Start) ? place : null;
    }

    private static bool IsOnlyOptionWord(ReadOnlySpan<char> between) => between.Trim(" )]}>*_`$\"'选项是为的也才更最都均说法两三四\u200B").IsEmpty;

    private static bool IsDeniedList(ReadOnlySpan<char> text, int from)
    {
        var word = from;
        while (word > 0 && from - word < 20 && (text[word - 1] is ' ' or '选' or '项' || Marks.IsOpener(text[word - 1])))
        {
            word--;
        }

        var start = word;
        while (start > 0 && from - start < 20 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..word].StartsWith("option", StringComparison.OrdinalIgnoreCase)
            ? Denial.Precedes(text, start)
            : Denial.Precedes(text, word);
    }
}
