using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the number that a reply gives.</summary>
internal static class NumberReader
{
    private const int LongestUnit = 12;
    private const int LongestGap = 24;
    private const int LongestCount = 80;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".;!?。\n\r");

    /// <summary>Reads a reply to a question for a number.</summary>
    public static Reading Read(string text) => ValueReader.Read(text, rest => Announced(rest), Read, Said);

    private static Reading Said(string text) =>
        Announced(text)
        ?? Bare(text)
        ?? Equated(text)
        ?? Refusals.Read(text)
        ?? OnlyOne(text)
        ?? LastSentence(text)
        ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");

    // An answer may be taken back; the last word counts.
    private static Reading? Announced(ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ValueCues.Answers.Next(text, from) is { } cue; from = cue.End)
        {
            var isFrame = cue.Kind == CueKind.Frame;
            if ((isFrame || !Denial.Precedes(text, cue.Start)) && Gap.Cross(text, cue.End) is >= 0 and var gap)
            {
                var at = isFrame ? Math.Min(cue.End + 1, text.Length) : BeforeBrackets(text, gap, cue.End);
                last = NumberPhrase.Read(text, at, isFrame ? Braces.End(text, at) : NumberPhrase.End(text, at), isFrame ? "boxed" : "answer-cue") ?? last;
            }
        }

        return last is null ? null : Corrected(text, last.Start + last.Length) ?? last;
    }

    private static int BeforeBrackets(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at > limit && text[at - 1] == '(')
        {
            at--;
        }

        return at;
    }

    private static Reading? Corrected(ReadOnlySpan<char> text, int from)
    {
        Reading? last = null;
        for (; ValueCues.Corrections.Next(text, from) is { } cue; from = cue.End)
        {
            last = Directly(text, cue.End, "correction", 0.8) ?? last;
        }

        return last;
    }

    private static Reading? Bare(ReadOnlySpan<char> text)
    {
        if (text.Trim().Length <= NumberPhrase.Longest && NumberPhrase.Whole(text) is { } whole)
        {
            return whole;
        }

        if (NumberToken.Next(text, 0, text.Length) is not { } number || NumberToken.Next(text, number.End, text.Length) is not null)
        {
            return null;
        }

        var rest = text[number.End..].Trim(" \t\r\n.。*$`\\)]}\"");
        return NumberPhrase.IsLead(text[..number.Start]) && rest.Length <= LongestUnit ? NumberPhrase.Of(number, "bare", 1) : null;
    }

    private static Reading? Equated(ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ValueCues.Equalities.Next(text, from) is { } cue; from = cue.End)
        {
            var next = Directly(text, cue.End, text[cue.Start] is '=' or '≈' or '等' or '约' or 'e' or 'i' ? "equality" : "conclusion", 0.7);

            // The second of "x = 3 or x = 4" is no answer of its own.
            last = next is null || (last is { Kind: ReadingKind.Unreadable } && next.Start < last.Start + last.Length) ? last : next;
        }

        return last;
    }

    private static Reading? Directly(ReadOnlySpan<char> text, int from, string rule, double confidence)
    {
        var at = Gap.Cross(text, SkipComma(text, from));
        if (at < 0)
        {
            return null;
        }

        if (NumberToken.Next(text, at, Math.Min(text.Length, at + LongestGap)) is { } number && NumberPhrase.IsLead(text[at..Math.Max(at, number.Start)]))
        {
            return GoesOn(text, number.End) ? null : Alternatives.After(text, number) ?? NumberPhrase.Of(Summed(text, number), rule, confidence);
        }

        return NumberWords.CountAt(text, at) is { } count ? NumberPhrase.Of(count, rule, confidence) : null;
    }

    private static NumberToken Summed(ReadOnlySpan<char> text, NumberToken number) =>
        NumberToken.Next(text, number.End, Math.Min(text.Length, number.End + LongestGap)) is { } second && Compound.Of(text, number, second) is { } sum ? sum : number;

    // "= 8 + 6" states no value yet.
    private static bool GoesOn(ReadOnlySpan<char> text, int end)
    {
        var next = Marks.SkipBlanks(text, end);
        return next + 1 < text.Length && text[next] is '+' or '×' or '*' or '/' or '÷' or '^' or '-' && text[next + 1] is ' ' or '(' or '\\' or (>= '0' and <= '9')
            && !text[next..].StartsWith("**");
    }

    private static int SkipComma(ReadOnlySpan<char> text, int at)
    {
        var next = Marks.SkipBlanks(text, at);
        return next < text.Length && text[next] is ',' or '。' or '.' ? next + 1 : at;
    }

    private static Reading? OnlyOne(ReadOnlySpan<char> text) =>
        NumberToken.Next(text, 0, text.Length) is not { } number ? OnlyCount(text)
        : NumberToken.Next(text, number.End, text.Length) is null ? NumberPhrase.Of(number, "only-number", 0.6)
        : null;

    // "There are seven of them.", "一共要付二百四十元。"
    private static Reading? OnlyCount(ReadOnlySpan<char> text) =>
        text.Length <= LongestCount && !text.TrimEnd(" \t\r\n.。!").ContainsAny(SentenceEnds) && NumberWords.Only(text, 0, text.Length) is { } count && NumberWords.CountAt(text, count.Start) is { } only
            ? NumberPhrase.Of(only, "only-number", 0.5)
            : null;

    // The only number of the last sentence, or the one it states.
    private static Reading? LastSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(" \t\r\n.。!*_`$").Length;
        var start = end;
        while (start > 0 && end - start < NumberPhrase.Longest && !(Marks.IsSentenceEnd(text[start - 1]) && !NumberPhrase.IsInside(text, start - 1)))
        {
            start--;
        }

        var conclusion = Conclusion(text[..end], start);
        return NumberToken.Next(text, conclusion, end) is not { } number ? null
            : conclusion > 0 && NumberToken.Next(text, number.End, end) is null ? NumberPhrase.Of(number, "last-sentence", 0.6)
            : Stated(text[..end], conclusion);
    }

    // Where what a sentence concludes begins: "The one is 4 and the other 3, so the sum is 7."
    private static int Conclusion(ReadOnlySpan<char> text, int start)
    {
        for (var from = start; ValueCues.Conclusions.Next(text, from) is { } cue; from = cue.End)
        {
            start = cue.End;
        }

        return start;
    }

    // The number behind the sentence's first verb.
    private static Reading? Stated(ReadOnlySpan<char> text, int start)
    {
        for (var from = start; ValueCues.Verbs.Next(text, from) is { } verb; from = verb.End)
        {
            if (!Denial.Precedes(text, verb.Start) && Directly(text, verb.End, "stated", 0.6) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }
}
