namespace Jinbang.Grading.Scanning;

/// <summary>Reads the statements of an answer that a cue announces or confirms; the last one counts.</summary>
internal static class StatementScan
{
    /// <summary>The last conclusive statement; null when there is none.</summary>
    public static Reading? Last(OptionSet options, ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ChoiceCues.All.Next(text, from) is { } cue; from = cue.Start + 1)
        {
            // Cues overlap: "正确的是" holds "的是"; the longer one has told more.
            last = Read(options, text, cue) is { } next && (next.Start != last?.Start || next.Confidence >= last.Confidence) ? next : last;
        }

        return last;
    }

    private static Reading? Read(OptionSet options, ReadOnlySpan<char> text, Cue cue) => cue.Kind switch
    {
        CueKind.Affirmation => null,
        CueKind.Verdict => Affirmed.Before(text, cue.Start) is { } run ? ChoiceReader.Of(options, run, "verdict", 0.9) : null,
        CueKind.Answer => After(options, text, cue, "answer-cue"),
        CueKind.Pick => After(options, text, cue, "pick-cue"),
        CueKind.Conclusion => After(options, text, cue, "conclusion"),
        CueKind.Frame => After(options, text, cue, text[cue.Start] == '[' ? "double-brackets" : "boxed"),
    };

    private static Reading? After(OptionSet options, ReadOnlySpan<char> text, Cue cue, string rule)
    {
        if (IsNoStatement(text, cue) || Gap.Cross(text, Begin(text, cue)) is not (>= 0 and var at))
        {
            return null;
        }

        if (NamedOptions.At(options, text, at) is not { } named)
        {
            return cue.Kind == CueKind.Conclusion ? null : ChoiceReader.AllOrNone(options, text, at);
        }

        var run = named.Run;
        var isEcho = run.Count > 2 && run.Letters == options.Letters && (!options.MaySeveral || run.IsHedged);
        var isLoose = cue.Kind == CueKind.Conclusion && (named.By != Naming.Letter || !StandsAlone(text, run.End));
        return isEcho || isLoose || IsAsked(text, run.End) || Denial.TakesBack(text, run.End) || Denial.Follows(text, run.End) ? null : Of(options, named, rule);
    }

    private static Reading Of(OptionSet options, NamedOptions named, string rule) => named.By switch
    {
        Naming.Letter => ChoiceReader.Of(options, named.Run, rule, rule == "conclusion" ? 0.9 : 0.95),
        Naming.Text => ChoiceReader.Of(options, named.Run, "answer-text", 0.85),
        Naming.Position => ChoiceReader.Of(options, named.Run, "answer-position", 0.8),
    };

    private static int Begin(ReadOnlySpan<char> text, Cue cue) =>
        cue.Kind == CueKind.Conclusion && cue.End < text.Length && text[cue.End] == ',' ? cue.End + 1 : cue.End;

    private static bool IsNoStatement(ReadOnlySpan<char> text, Cue cue)
    {
        var isClosingTag = cue.Start > 0 && text[cue.Start - 1] == '/';
        var isOptionWord = cue.Kind == CueKind.Pick && text[cue.End - 1] == '选' && cue.End < text.Length && text[cue.End] == '项';
        var isOuterBracket = cue.Kind == CueKind.Frame && cue.End < text.Length && text[cue.End] == '[';


        // "不正确的是C" names what is not right, and denies nothing of C.
        var isName = cue.Kind == CueKind.Frame || text[cue.Start] == '的';
        return isClosingTag || isOptionWord || isOuterBracket || (!isName && Denial.Precedes(text, cue.Start));
    }

    // "Is the answer B?" states nothing.
    private static bool IsAsked(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && Marks.IsCloser(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] is '?' or '吗';
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && (Marks.IsCloser(text[end]) || text[end] is '选' or '项'))
        {
            end++;
        }

        return end >= text.Length || Marks.IsSentenceEnd(text[end]) || text[end] is ',' or '正';
    }
}
