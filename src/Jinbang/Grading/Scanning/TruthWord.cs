namespace Jinbang.Grading.Scanning;

/// <summary>A word that calls a statement true or false.</summary>
/// <param name="IsTrue">What it calls it.</param>
/// <param name="Start">Where it begins, with a "not" before it.</param>
/// <param name="End">After it.</param>
internal readonly record struct TruthWord(bool IsTrue, int Start, int End)
{
    // Longest first within a beginning; weak words must stand alone.
    private static readonly (string Text, bool IsTrue, bool IsWeak)[] Words =
    [
        ("not true", false, false), ("not correct", false, false), ("not right", false, false), ("not false", true, false),
        ("isn't true", false, false), ("isn't correct", false, false), ("incorrect", false, false), ("untrue", false, false),
        ("absolutely not", false, true), ("definitely not", false, true), ("certainly not", false, true), ("of course not", false, true),
        ("inaccurate", false, false), ("accurate", true, false), ("invalid", false, false), ("valid", true, false),
        ("not valid", false, false), ("not accurate", false, false),
        ("true", true, false), ("false", false, false), ("correct", true, false), ("wrong", false, false),
        ("a true statement", true, false), ("a false statement", false, false), ("a misconception", false, false), ("a common misconception", false, false), ("a myth", false, false),
        ("yes", true, true), ("yep", true, true), ("yeah", true, true), ("yup", true, true), ("indeed", true, true), ("nope", false, true), ("no", false, true), ("right", true, true), ("t", true, true), ("f", false, true),
        ("不正确", false, false), ("不准确", false, false), ("准确", true, false), ("不对", false, false), ("不成立", false, false), ("不是真的", false, false),
        ("并非如此", false, false), ("没有错误", true, false), ("没有错", true, false), ("没错", true, true), ("无误", true, false), ("属实", true, false),
        ("不属实", false, false), ("不可以", false, true), ("可以", true, true), ("不能", false, true), ("能", true, true), ("不会", false, true), ("会", true, true),
        ("正确", true, false), ("错误", false, false), ("有误", false, false), ("成立", true, false), ("对的", true, false),
        ("错的", false, false), ("真", true, true), ("假", false, true), ("对", true, true), ("错", false, true), ("是", true, true),
        ("否", false, true), ("不是", false, true), ("不", false, true), ("真命题", true, false), ("假命题", false, false), ("√", true, false), ("✓", true, false), ("✔", true, false), ("✅", true, false),
        ("☑", true, false), ("×", false, false), ("✗", false, false), ("✘", false, false), ("❌", false, false),
    ];

    // Of a statement that holds only in part, it is false that it holds.
    private static readonly string[] Limits =
    [
        "not entirely", "not quite", "not really", "not exactly", "not completely", "not fully", "not strictly", "not at all",
        "不完全", "不太", "不够", "不尽", "并不是", "并不", "并非",
    ];

    /// <summary>The word that begins at a place; null when none does.</summary>
    public static TruthWord? At(ReadOnlySpan<char> text, int at) => Limited(text, at) ?? Plain(text, at);

    private static TruthWord? Limited(ReadOnlySpan<char> text, int at)
    {
        foreach (var limit in Limits)
        {
            var end = at + limit.Length;
            if (text[at..].StartsWith(limit, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at) && Marks.IsWordEdge(text, end))
            {
                var next = Marks.SkipBlanks(text, end);
                return next < text.Length && Plain(text, next) is { IsTrue: true } denied ? new(false, at, denied.End)
                    : limit[0] == 'n' && EndsPhrase(text, end) ? new(false, at, end) : null;
            }
        }

        return null;
    }

    private static TruthWord? Plain(ReadOnlySpan<char> text, int at)
    {
        foreach (var (word, isTrue, isWeak) in Words)
        {
            var end = at + word.Length;
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at) && Marks.IsWordEdge(text, end)
                && (!isWeak || EndsPhrase(text, end)))
            {
                return new(isTrue, at, end);
            }
        }

        return null;
    }

    /// <summary>Whether a phrase ends at a place, closing marks aside.</summary>
    public static bool EndsPhrase(ReadOnlySpan<char> text, int end)
    {
        var limit = Math.Min(text.Length, end + 20);
        while (end < limit && (Marks.IsCloser(text[end]) || text[end] is ' ' or '\uFE0F' or '的' or '了'))
        {
            end++;
        }

        return end >= text.Length || (Marks.IsStop(text[end]) && text[end] != ':') || text[end] is '(' or '-' or '<' or '√' or '✓' or '✔' or '✅' or '×' or '✗' or '✘' or '❌';
    }
}
