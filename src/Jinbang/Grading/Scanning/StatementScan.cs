namespace Jinbang.Grading.Scanning;

/// <summary>Reads the statements of an answer that a cue announces or confirms; the last one counts.</summary>
internal static class StatementScan
{
    private const int LongestSentence = 200;

    // What is left when others are ruled out is the answer only when it is one.
    private static readonly PhraseFinder Remainders = new("leaves", "leaving", "remaining", "only option left", "only choice left", "left with", "剩下", "只剩", "仅剩");

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
        CueKind.Verdict => Verdict(options, text, cue),
        CueKind.Answer => After(options, text, cue, "answer-cue"),
        CueKind.Pick => After(options, text, cue, "pick-cue"),
        CueKind.Conclusion => After(options, text, cue, "conclusion"),
        CueKind.Contrast => IsAfterDenied(text, cue.Start) ? After(options, text, cue, "conclusion") : null,
        CueKind.NoneRight => NoneRight(options, text, cue),
        CueKind.Frame => After(options, text, cue, text[cue.Start] == '[' ? "double-brackets" : "boxed"),
    };

    private static Reading? After(OptionSet options, ReadOnlySpan<char> text, Cue cue, string rule)
    {
        if (IsNoStatement(text, cue) || Appositive(text, Gap.Cross(text, Begin(text, cue))) is not (>= 0 and var at))
        {
            return null;
        }

        if (NamedOptions.At(options, text, at) is not { } named)
        {
            return IsConclusion(cue) ? null : ChoiceReader.AllOrNone(options, text, at);
        }

        var run = named.Run;
        var isEcho = run.Count > 2 && run.Letters == options.Letters && (!options.MaySeveral || run.IsHedged);
        var isLoose = IsConclusion(cue) && !(StandsAlone(text, run.End) && (named.By == Naming.Letter || (named.By == Naming.Position && Position.IsOfOption(text, run))));
        var isDenied = Denial.TakesBack(text, run.End) || Denial.Follows(text, run.End) || (named.By == Naming.Letter && MarkedOptions.Begins(options, text, run));
        return isEcho || isLoose || isDenied || IsAsked(text, run.End) ? null
            : Of(options, IsOpen(options, text, cue, run) ? named with { Run = run with { IsHedged = true } } : named, rule);
    }

    // "B is most likely" is a verdict where nothing follows: "B is most likely wrong".
    private static Reading? Verdict(OptionSet options, ReadOnlySpan<char> text, Cue cue) =>
        Affirmed.Before(options, text, cue.Start) is { } run && !Denial.Follows(text, cue.End)
            && (!text[cue.Start..].StartsWith("is most", StringComparison.OrdinalIgnoreCase) || StandsAlone(text, cue.End))
            ? ChoiceReader.Of(options, run, "verdict", 0.9) : null;

    private static bool IsConclusion(Cue cue) => cue.Kind is CueKind.Conclusion or CueKind.Contrast;

    private static bool IsOpen(OptionSet options, ReadOnlySpan<char> text, Cue cue, LetterRun run) =>
        run.Count > 1 && !options.MaySeveral && Remainders.IsAt(text, cue.Start);

    // "The remaining choice, C, must be right."
    private static int Appositive(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && text[at] == ',' && SkipNamely(text, Marks.SkipDressing(text, at + 1)) is var start && LetterRun.At(text, start) is { Count: 1 } run
            && text[run.End..].TrimStart(")*_\"'") is [',', ..] ? start : at;

    private static int SkipNamely(ReadOnlySpan<char> text, int at) =>
        text[at..] is ['即' or '也', ..] ? at + 1 : text[at..].StartsWith("namely ") ? at + 7 : at;

    // A letter that is denied stands right before: "not B but C", "不是B,而是C".
    private static bool IsAfterDenied(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - LongestSentence)..at].TrimEnd(" ,;)*_\"'选项");
        var letter = before.Length - 1;
        return letter >= 0 && before[letter] is >= 'A' and <= 'J' && Marks.IsWordEdge(before, letter) && Denial.Precedes(before, letter);
    }

    // It counts in the sentence that closes the reply; an option that says so is read as such.
    private static Reading? NoneRight(OptionSet options, ReadOnlySpan<char> text, Cue cue)
    {
        var near = text[..Math.Min(text.Length, cue.End + LongestSentence)];
        var isLast = Marks.IsDressing(text[Sentences.End(options, near, cue.End)..]);
        return isLast && options.NoneOption == 0 && !Denial.Precedes(text, cue.Start) ? ChoiceReader.None(options, new(cue.Start, cue.End - cue.Start)) : null;
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
        var isName = cue.Kind is CueKind.Frame or CueKind.Contrast || text[cue.Start] == '的';
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
        end = Marks.SkipParticle(text, end);
        while (end < text.Length && (Marks.IsCloser(text[end]) || text[end] is '选' or '项'))
        {
            end++;
        }

        return end >= text.Length || Marks.IsSentenceEnd(text[end]) || text[end] is ',' or '正'
            || text[end..].StartsWith(" because ") || text[end..].StartsWith(" since ");
    }
}
