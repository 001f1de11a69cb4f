using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads lists that mark each option right or wrong: "A ❌ B ✅", "A. Rome - incorrect", "[x] C", "A? No. B? Yes.".</summary>
internal static class MarkedOptions
{
    private const int LongestGap = 8;
    private const string Ticks = "✅✓✔√☑";
    private const string Crosses = "❌✗✘×☒";

    private static readonly (string Word, bool IsRight)[] Words =
    [
        ("correct", true), ("true", true), ("right", true), ("yes", true), ("incorrect", false), ("wrong", false), ("false", false), ("no", false),
        ("not correct", false), ("not true", false), ("not right", false), ("正确", true), ("对", true), ("是", true), ("错误", false), ("错", false),
        ("不正确", false), ("不对", false), ("否", false),
    ];

    private static readonly SearchValues<char> LeadIns = SearchValues.Create(" \t-*•>");

    /// <summary>The options marked right; null when fewer than two are marked, the marks differ, or too many are marked right.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        var (right, wrong, start, end) = (0, 0, -1, 0);
        for (var from = 0; LetterRun.Next(text, from) is { } run;)
        {
            var mark = After(options, text, run, out var after) ?? Before(text, run);
            from = Math.Max(run.End, after);
            if (mark is not { } isRight)
            {
                continue;
            }

            (right, wrong) = isRight ? (right | run.Letters, wrong) : (right, wrong | run.Letters);
            (start, end) = isRight ? (start < 0 ? run.Start : start, run.End) : (start, end);
        }

        var isList = (right | wrong) == options.Letters || int.PopCount(wrong) > 1;
        var isOne = int.PopCount(right) == 1 || options.MaySeveral;
        return right != 0 && (right & wrong) == 0 && isList && isOne
            ? ChoiceReader.Of(options, new(right, start, end, false), "marked", 0.85)
            : null;
    }

    /// <summary>Whether a list of marked options begins with these letters, so that they are not all that it says.</summary>
    public static bool Begins(OptionSet options, ReadOnlySpan<char> text, LetterRun run)
    {
        var isRight = After(options, text, run, out var after);
        var next = after;
        for (var limit = Math.Min(text.Length, after + LongestGap); next < limit && (Marks.IsStop(text[next]) || Marks.IsSpace(text[next]) || Marks.IsCloser(text[next]));)
        {
            next++;
        }

        return isRight == false || (isRight == true && LetterRun.At(text, next) is { } more && After(options, text, more, out _) is not null);
    }

    // What the mark behind letters, or behind their text, says of them.
    private static bool? After(OptionSet options, ReadOnlySpan<char> text, LetterRun run, out int end)
    {
        end = NamedOptions.WithOwnText(options, text, run);
        var isOwn = end > run.End;
        for (var limit = Math.Min(text.Length, end + LongestGap); end < limit
            && (text[end] is ' ' or ':' or '-' or '—' or '=' or '→' or '?' or '(' or '[' or '选' or '项' or '.' || Marks.IsCloser(text[end]));)
        {
            end++;
        }

        return end >= text.Length || (!isOwn && options.IsBegun(run.Letters, text, end)) ? null
            : Mark(text, ref end) ?? Word(text, ref end) ?? AtLineEnd(text, run, ref end);
    }

    private static bool? Mark(ReadOnlySpan<char> text, ref int at)
    {
        bool? isRight = Ticks.Contains(text[at]) ? true : Crosses.Contains(text[at]) ? false : null;
        var next = at + 1;
        next += next < text.Length && text[next] == '\uFE0F' ? 1 : 0;

        // "A × B" and "√3" are formulas.
        var isFormula = next < text.Length && (Marks.IsWord(text[next]) || text[next] is '(' or '{'
            || (text[at - 1] == ' ' && text[at] == '×' && Marks.SkipBlanks(text, next) is var blank && blank < text.Length && Marks.IsWord(text[blank])));
        at = isRight is null ? at : next;
        return isFormula ? null : isRight;
    }

    private static bool? Word(ReadOnlySpan<char> text, ref int at)
    {
        foreach (var (word, isRight) in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && EndsItem(text, at + word.Length))
            {
                at += word.Length;
                return isRight;
            }
        }

        return null;
    }

    private static bool EndsItem(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Marks.IsCloser(text[at]))
        {
            at++;
        }

        var next = Marks.SkipBlanks(text, at);
        return next >= text.Length || Marks.IsStop(text[next]) || text[next] is '(' or '-' || (next > at && text[next] is >= 'A' and <= 'J');
    }

    // "B. has no moons at all ❌": the mark ends the line that the letter leads.
    private static bool? AtLineEnd(ReadOnlySpan<char> text, LetterRun run, ref int at)
    {
        if (!Leads(text, run.Start))
        {
            return null;
        }

        var line = text[at..];
        line = (line.IndexOf('\n') is >= 0 and var end ? line[..end] : line).TrimEnd(" \r)*.\uFE0F");
        if (line.IsEmpty)
        {
            return null;
        }

        bool? isRight = Ticks.Contains(line[^1]) ? true : Crosses.Contains(line[^1]) ? false : null;
        at += isRight is null ? 0 : line.Length;
        return isRight;
    }

    // "[x] C" and "✅ C".
    private static bool? Before(ReadOnlySpan<char> text, LetterRun run)
    {
        var at = run.Start;
        while (at > 0 && run.Start - at < LongestGap && text[at - 1] is ' ' or '*' or '(' or '\uFE0F')
        {
            at--;
        }

        var isBox = at > 2 && text[at - 1] == ']' && text[at - 3] == '[';
        var place = isBox ? at - 2 : at - 1;
        if (place < 0 || !Leads(text, isBox ? at - 3 : place))
        {
            return null;
        }

        return Ticks.Contains(text[place]) || (isBox && text[place] is 'x' or 'X') ? true
            : Crosses.Contains(text[place]) || (isBox && text[place] == ' ') ? false
            : null;
    }

    private static bool Leads(ReadOnlySpan<char> text, int at)
    {
        var start = Math.Max(0, at - LongestGap);
        var before = text[start..at];
        var line = before.LastIndexOf('\n');
        return (line >= 0 || start == 0) && before[(line + 1)..].IndexOfAnyExcept(LeadIns) < 0;
    }
}
