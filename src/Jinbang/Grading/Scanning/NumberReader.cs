namespace Jinbang.Grading.Scanning;

/// <summary>Reads the number that a reply gives.</summary>
internal static class NumberReader
{
    private const int LongestUnit = 12;
    private const int LongestPhrase = 200;

    /// <summary>Reads a reply to a question for a number.</summary>
    public static Reading Read(string text)
    {
        var reply = ReplyText.From(text);
        return Silence.Read(reply)
            ?? Announced(reply.Text)
            ?? Bare(reply.Text)
            ?? Equated(reply.Text)
            ?? Refusals.Read(reply.Text)
            ?? OnlyOne(reply.Text)
            ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");
    }

    private static Reading? Announced(ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ValueCues.Answers.Next(text, from) is { } cue; from = cue.End)
        {
            var isFrame = cue.Kind == CueKind.Frame;
            if ((isFrame || !Denial.Precedes(text, cue.Start)) && Gap.Cross(text, cue.End) is >= 0 and var at)
            {
                last = InPhrase(text, at, PhraseEnd(text, at), isFrame ? "boxed" : "answer-cue") ?? last;
            }
        }

        return last;
    }

    private static Reading? InPhrase(ReadOnlySpan<char> text, int at, int end, string rule)
    {
        var equality = text[at..end].LastIndexOfAny('=', '≈');
        if (NumberToken.Next(text, equality < 0 ? at : at + equality + 1, end) is not { } number)
        {
            return null;
        }

        if (NumberToken.Next(text, number.End, end) is { } second)
        {
            if (text[number.End..second.Start].Contains(" or ", StringComparison.OrdinalIgnoreCase) || text[number.End..second.Start].Contains('或'))
            {
                return new(ReadingKind.Unreadable, "", "hedge", number.Start, second.End - number.Start);
            }

            var isDirect = equality >= 0 || text[at..Math.Max(at, number.Start)].Trim(" $\\({-~约").IsEmpty;
            return isDirect ? Of(number, rule, 0.9) : null;
        }

        return Of(number, rule, 0.95);
    }

    private static Reading? Bare(ReadOnlySpan<char> text)
    {
        if (NumberToken.Next(text, 0, text.Length) is not { } number || NumberToken.Next(text, number.End, text.Length) is not null)
        {
            return null;
        }

        var rest = text[number.End..].Trim(" \t\r\n.。*$`\\)]}\"");
        var before = text[..number.Start].Trim(" \t\r\n*$`\\([{\"¥￥€£≈约");
        return before.IsEmpty && rest.Length <= LongestUnit ? Of(number, "bare", 1) : null;
    }

    private static Reading? Equated(ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ValueCues.Equalities.Next(text, from) is { } cue; from = cue.End)
        {
            var at = Gap.Cross(text, cue.End);
            if (at >= 0 && NumberToken.Next(text, at, Math.Min(text.Length, at + 8)) is { } number && number.Start <= at)
            {
                last = Of(number, "equality", 0.7);
            }
        }

        return last;
    }

    private static Reading? OnlyOne(ReadOnlySpan<char> text) =>
        NumberToken.Next(text, 0, text.Length) is { } number && NumberToken.Next(text, number.End, text.Length) is null
            ? Of(number, "only-number", 0.6)
            : null;

    private static Reading Of(NumberToken number, string rule, double confidence) =>
        new(ReadingKind.Value, number.Value, rule, number.Start, number.End - number.Start, confidence);

    // A comma or point between digits is part of a number.
    private static int PhraseEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestPhrase);
        while (at < limit)
        {
            var c = text[at];
            var isInside = c is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
            if ((Marks.IsSentenceEnd(c) || c == ',') && !isInside)
            {
                return at;
            }

            at++;
        }

        return limit;
    }
}
