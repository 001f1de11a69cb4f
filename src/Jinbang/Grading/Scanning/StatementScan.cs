using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the statements of an answer that a cue announces or confirms; the last one counts.</summary>
internal static class StatementScan
{
    private const int LongestSubject = 40;

    /// <summary>The last conclusive statement; null when there is none.</summary>
    public static Reading? Last(Question question, ReadOnlySpan<char> text, bool maySayAll)
    {
        Reading? last = null;
        for (var from = 0; ChoiceCues.All.Next(text, from) is { } cue; from = cue.Start + 1)
        {
            last = Read(question, text, cue, maySayAll) ?? last;
        }

        return last;
    }

    /// <summary>The option that alone is called right; null when none is, or several are.</summary>
    public static Reading? OnlyAffirmed(Question question, ReadOnlySpan<char> text)
    {
        LetterRun? only = null;
        for (var from = 0; ChoiceCues.All.Next(text, from) is { } cue; from = cue.Start + 1)
        {
            if (cue.Kind == CueKind.Affirmation && Before(text, cue.Start) is { } run)
            {
                if (only is { } other && other.Letters != run.Letters)
                {
                    return null;
                }

                only = run;
            }
        }

        return only is { } affirmed ? ChoiceReader.Of(question, affirmed, "affirmed", 0.7) : null;
    }

    private static Reading? Read(Question question, ReadOnlySpan<char> text, Cue cue, bool maySayAll) => cue.Kind switch
    {
        CueKind.Affirmation => null,
        CueKind.Verdict => Before(text, cue.Start) is { } run ? ChoiceReader.Of(question, run, "verdict", 0.9) : null,
        CueKind.Answer => After(question, text, cue, "answer-cue", maySayAll),
        CueKind.Pick => After(question, text, cue, "pick-cue", maySayAll),
        CueKind.Conclusion => After(question, text, cue, "conclusion", maySayAll),
        CueKind.Frame => After(question, text, cue, text[cue.Start] == '[' ? "double-brackets" : "boxed", maySayAll),
    };

    private static Reading? After(Question question, ReadOnlySpan<char> text, Cue cue, string rule, bool maySayAll)
    {
        if (IsNoStatement(text, cue) || Gap.Cross(text, Begin(text, cue)) is not (>= 0 and var at))
        {
            return null;
        }

        if (LetterRun.At(text, at) is { } run)
        {
            var isEcho = run.Count > 2 && run.Letters == OptionTexts.Bits(question) && (!maySayAll || run.IsHedged);
            var isLoose = cue.Kind == CueKind.Conclusion && !StandsAlone(text, run.End);
            return isEcho || isLoose || Denial.Follows(text, run.End) ? null : ChoiceReader.Of(question, run, rule, 0.95);
        }

        var bits = OptionTexts.At(text, at, question, out var end);
        return bits != 0 && cue.Kind != CueKind.Conclusion && !Denial.Follows(text, end)
            ? ChoiceReader.Of(question, new(bits, at, end, false), "answer-text", 0.85)
            : null;
    }

    private static int Begin(ReadOnlySpan<char> text, Cue cue) =>
        cue.Kind == CueKind.Conclusion && cue.End < text.Length && text[cue.End] == ',' ? cue.End + 1 : cue.End;

    private static bool IsNoStatement(ReadOnlySpan<char> text, Cue cue)
    {
        var isClosingTag = cue.Start > 0 && text[cue.Start - 1] == '/';
        var isOptionWord = cue.Kind == CueKind.Pick && text[cue.End - 1] == '选' && cue.End < text.Length && text[cue.End] == '项';
        var isOuterBracket = cue.Kind == CueKind.Frame && cue.End < text.Length && text[cue.End] == '[';
        return isClosingTag || isOptionWord || isOuterBracket || (cue.Kind != CueKind.Frame && Denial.Precedes(text, cue.Start));
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && (Marks.IsCloser(text[end]) || text[end] is '选' or '项'))
        {
            end++;
        }

        return end >= text.Length || Marks.IsSentenceEnd(text[end]) || text[end] is ',' or '正';
    }

    // The letters that end right before a place; tried from the left, so that a whole list is found.
    private static LetterRun? Before(ReadOnlySpan<char> text, int at)
    {
        for (var from = Math.Max(0, at - LongestSubject); from < at; from++)
        {
            if (text[from] is (>= 'A' and <= 'J') or (>= 'a' and <= 'j') && LetterRun.At(text[..at], from) is { } run
                && IsOnlyOptionWord(text[run.End..at]))
            {
                return IsDeniedList(text, from) ? null : run;
            }
        }

        return null;
    }

    private static bool IsOnlyOptionWord(ReadOnlySpan<char> between) => between.Trim(" )]}>*_`$\"'选项是为的也都均\u200B").IsEmpty;

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
