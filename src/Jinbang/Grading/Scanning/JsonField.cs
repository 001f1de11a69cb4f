namespace Jinbang.Grading.Scanning;

/// <summary>Finds the answer field in JSON, be it whole, cut off or slightly broken.</summary>
internal static class JsonField
{
    private const int LongestBlank = 40;

    /// <summary>The last answer field; null when there is none.</summary>
    public static AnswerField? Last(ReadOnlySpan<char> text)
    {
        int? last = null;
        for (var from = 0; AnswerField.NextName(text, from) is { } name; from = name.End)
        {
            last = ValueStart(text, name) ?? last;
        }

        return last is { } start ? Value(text, start) : null;
    }

    // "answer": in either kind of quotes, escaped quotes included; without quotes only right behind "{" or ",".
    private static int? ValueStart(ReadOnlySpan<char> text, Cue name)
    {
        var quote = name.Start > 0 && text[name.Start - 1] is '"' or '\'' ? text[name.Start - 1] : '\0';
        var at = name.End;
        if (quote != '\0')
        {
            at += at < text.Length && text[at] == '\\' ? 1 : 0;
            if (at >= text.Length || text[at] != quote)
            {
                return null;
            }

            at++;
        }
        else if (!IsBehindBrace(text, name.Start))
        {
            return null;
        }

        at = SkipSpace(text, at);
        return at < text.Length && text[at] == ':' ? SkipSpace(text, at + 1) : null;
    }

    private static bool IsBehindBrace(ReadOnlySpan<char> text, int at)
    {
        var start = Math.Max(0, at - LongestBlank);
        var before = text[start..at].TrimEnd();
        return before.EndsWith("{") || (before.EndsWith(",") && before.Length < at - start && text[(start + before.Length)..at].Contains('\n'));
    }

    private static AnswerField Value(ReadOnlySpan<char> text, int start)
    {
        var isEscaped = start + 1 < text.Length && text[start] == '\\';
        var open = isEscaped ? start + 1 : start;
        if (open < text.Length && text[open] is '"' or '\'')
        {
            var close = StringEnd(text, open + 1, text[open]);
            var end = isEscaped && close > open + 1 && close < text.Length && text[close - 1] == '\\' ? close - 1 : close;
            return new(open + 1, end, ObjectEnd(text, Math.Min(text.Length, close + 1), 1));
        }

        var isNested = start < text.Length && text[start] is '[' or '{';
        var stop = isNested ? ObjectEnd(text, start, 0) : PlainEnd(text, start);
        return new(start, stop, ObjectEnd(text, stop, 1));
    }

    /// <summary>The closing quote: the first after which the JSON goes on, for models forget to escape quotes within.</summary>
    private static int StringEnd(ReadOnlySpan<char> text, int at, char quote)
    {
        for (var i = at; i < text.Length; i++)
        {
            var isEscaped = i > at && text[i - 1] == '\\' && !(i > at + 1 && text[i - 2] == '\\');
            if (text[i] == quote && (!isEscaped || at > 1 && text[at - 2] == '\\'))
            {
                var next = SkipSpace(text, i + 1);
                if (next >= text.Length || text[next] is ',' or '}' or ']' or '`' or '/' or '\\' || text[(i + 1)..next].Contains('\n'))
                {
                    return i;
                }
            }
        }

        return text.Length;
    }

    // A comma between digits groups them.
    private static int PlainEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is not ('}' or '\n' or '\r')
            && !(text[at] == ',' && !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int ObjectEnd(ReadOnlySpan<char> text, int at, int depth)
    {
        for (var isQuoted = false; at < text.Length; at++)
        {
            if (text[at] == '"' && (at == 0 || text[at - 1] != '\\'))
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted)
            {
                depth += text[at] is '{' or '[' ? 1 : text[at] is '}' or ']' ? -1 : 0;
                if (depth == 0)
                {
                    return at + 1;
                }
            }
        }

        return at;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Marks.IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
