using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the mathematical expression that a reply gives.</summary>
internal static class ExpressionReader
{
    private const int Longest = 600;
    private static readonly PhraseFinder Objects = new("\\cap", "\\cup", "\\angle", "\\complement", "\\complement_", "\\overrightarrow", "\\vec", "\\triangle", "∠", "∩", "∪", "∁", "△");
    private static readonly string[] Reasons = [" because", " since", " where ", " which ", " as ", " when ", " so ", "因为", "其中", "(其中"];
    private static readonly (string Open, string Close)[] Delimiters = [("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links =
        new[] { "is", "are", "should", "be", "thus", "therefore", "hence", "so", "given", "by" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a reply to a question for an expression.</summary>
    public static Reading Read(string text) => ValueReader.Read(text, rest => Announced(rest), Read, Said);

    private static Reading Said(string text) =>
        Announced(text)
        ?? Refusals.Read(text)
        ?? Whole(text)
        ?? LastFormula(text)
        ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");

    private static Reading? Announced(ReadOnlySpan<char> text)
    {
        Cue? last = null;
        for (var from = 0; ValueCues.Answers.Next(text, from) is { } cue; from = cue.End)
        {
            last = cue.Kind == CueKind.Frame || IsStatement(text, cue) ? cue : last;
        }

        if (last is not { } announced)
        {
            return null;
        }

        var start = Begin(text, announced.End);
        return announced.Kind == CueKind.Frame
            ? announced.End < text.Length && text[announced.End] == '{' ? Of(text, announced.End + 1, FrameEnd(text, announced.End + 1), "boxed", 0.95) : null
            : Formula(text, start, PhraseEnd(text, start), "answer-cue");
    }

    private static bool IsStatement(ReadOnlySpan<char> text, Cue cue)
    {
        var at = cue.End;
        while (at < text.Length && (Marks.IsSpace(text[at]) || Marks.IsCloser(text[at]) || Marks.IsOpener(text[at])))
        {
            at++;
        }

        return !Denial.Precedes(text, cue.Start) && at < text.Length
            && (text[at] is ':' or '是' or '为' || text[cue.Start] == '#' || text[cue.End - 1] is ':' or '是' or '为' || text[cue.End] == ']'
                || text[at..].StartsWith("is", StringComparison.OrdinalIgnoreCase) || text[at..].StartsWith("are", StringComparison.OrdinalIgnoreCase));
    }

    private static int Begin(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var end = Marks.WordEnd(text[..Math.Min(text.Length, at + 10)], at);
            if (Links.Contains(text[at..end]))
            {
                at = end;
            }
            else if (Marks.IsSpace(text[at]) || text[at] is '*' or '_' or ':' or ']' or '"' or '是' or '为' or '应' or '`')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static Reading? Whole(ReadOnlySpan<char> text)
    {
        var start = Begin(text, 0);
        var end = Math.Max(start, text.TrimEnd().Length);
        return text[start..end].Contains('\n') || end - start > Longest ? null
            : IsProse(text[start..end]) && NumberWords.Only(text, start, end) is null ? null : Formula(text, start, end, "bare");
    }

    // More than three words outside of formulas.
    private static bool IsProse(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = Marks.WordEnd(text, at);
            words += end - at > 2 && !(at > 0 && text[at - 1] is '\\' or '{') ? 1 : 0;
            words += text[at] >= '\u3400' && (at == 0 || text[at - 1] < '\u3400') ? 2 : 0;
            at = Math.Max(at + 1, end);
        }

        return words > 3;
    }

    private static Reading? LastFormula(ReadOnlySpan<char> text)
    {
        var (last, first) = (-1, 0);
        foreach (var (open, close) in Delimiters)
        {
            var end = text.LastIndexOf(close);
            var start = end > 0 ? text[..end].LastIndexOf(open) : -1;
            (last, first) = start >= 0 && end > last ? (end, start + open.Length) : (last, first);
        }

        return last < 0 ? null : Stated(text, first, last, "last-formula", 0.6);
    }

    // The first formula between delimiters, or else all of the phrase.
    private static Reading? Formula(ReadOnlySpan<char> text, int start, int end, string rule)
    {
        var phrase = text[start..end];
        foreach (var (open, close) in Delimiters)
        {
            if (phrase.IndexOf(open) is var from and >= 0 && phrase[(from + open.Length)..].IndexOf(close) is var length and > 0)
            {
                var inner = start + from + open.Length;
                var isAll = from == 0 || !(char.IsLetterOrDigit(phrase[from - 1]) && phrase[from - 1] < '\u3400') && phrase[from - 1] is not (')' or '}');
                var rest = phrase[(from + open.Length + length + close.Length)..];
                return isAll && !GoesOn(rest) ? Stated(text, inner, inner + length, rule, 0.9) : Of(text, start, end, rule, 0.8);
            }
        }

        var equality = phrase.LastIndexOf('=');
        return Of(text, equality >= 0 && IsObject(phrase[..equality]) ? start + equality + 1 : start, end, rule, 0.85);
    }

    // "$1$ and $3$", "$x$, $y$": what follows belongs to the answer.
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest.IndexOfAny("$√和或") >= 0 || rest.IndexOf("\\(") >= 0 || rest.TrimStart().StartsWith("^") || rest.TrimStart().StartsWith("/");

    // Of "S = a + b = c" the last part is the answer, unless it is an equation in x and y.
    private static Reading? Stated(ReadOnlySpan<char> text, int start, int end, string rule, double confidence)
    {
        var formula = text[start..end];
        var first = formula.IndexOf('=');
        var last = formula.LastIndexOf('=');
        var isResult = first >= 0 && ((!formula.Contains(',') && (first != last || !HasLetters(formula[..first]))) || IsObject(formula[..first]));
        return Of(text, isResult ? start + last + 1 : start, end, rule, confidence);
    }

    // "A\cap B", "\angle A" and "\vec{a}" name what the right side is the value of.
    private static bool IsObject(ReadOnlySpan<char> left) => Objects.First(left) is not null;

    private static bool HasLetters(ReadOnlySpan<char> formula)
    {
        for (var at = 0; at < formula.Length; at++)
        {
            if (formula[at] == '\\')
            {
                at = Math.Max(at, Marks.WordEnd(formula, at + 1) - 1);
            }
            else if (char.IsLetter(formula[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static Reading? Of(ReadOnlySpan<char> text, int start, int end, string rule, double confidence)
    {
        var phrase = text[start..Math.Max(start, end)].TrimEnd();
        var trimmed = phrase is [.., >= '0' and <= '9', '.', '.', '.'] ? phrase : phrase.TrimEnd(" \t\r\n.。*`\"");
        var answer = trimmed.TrimStart(" \t\r\n*`\"");
        start += trimmed.Length - answer.Length;
        return answer.Length is > 0 and <= Longest
            ? new(ReadingKind.Value, string.Join(' ', answer.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), rule, start, answer.Length, confidence)
            : null;
    }

    private static int FrameEnd(ReadOnlySpan<char> text, int at)
    {
        var depth = 1;
        var limit = Math.Min(text.Length, at + Longest);
        for (; at < limit; at++)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return limit;
    }

    // The end of the sentence, or the place where reasons begin; a display formula may stand on lines of its own.
    private static int PhraseEnd(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        if (text[start..limit].StartsWith("\\[") || text[start..limit].StartsWith("$$"))
        {
            var close = text[(start + 2)..limit].IndexOf(text[start] == '$' ? "$$" : "\\]");
            return close < 0 ? limit : start + close + 4;
        }

        for (var at = start; at < limit; at++)
        {
            var isEnd = text[at] is '\n' or '。' || (text[at] == '.' && at > start && text[at - 1] != '.' && (at + 1 == text.Length || text[at + 1] is ' ' or '\n'))
                || (text[at] == ',' && at + 1 < limit && (text[at + 1] >= '\u3400' || StartsReason(text, at + 1)))
                || (text[at] is ' ' or '因' or '其' or '(' && StartsReason(text, at)) || text[at..].StartsWith("</") || text[at..].StartsWith("<eoa>");
            if (isEnd)
            {
                return at;
            }
        }

        return limit;
    }

    private static bool StartsReason(ReadOnlySpan<char> text, int at)
    {
        foreach (var reason in Reasons)
        {
            if (text[at..].StartsWith(reason, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
