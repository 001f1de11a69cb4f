using System.Buffers;
using Jinbang.Grading.Mathematics;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads the number that a phrase states.</summary>
internal static class NumberPhrase
{
    /// <summary>No phrase is longer.</summary>
    public const int Longest = 200;

    private static readonly SearchValues<char> Operators = SearchValues.Create("*+(√π^×÷\\");

    private static readonly string[] Leads =
    [
        "approximately", "approx", "about", "around", "roughly", "nearly", "exactly", "only", "just", "simply", "equal to", "equals", "a total of", "total", "now",
        "大约", "约为", "约", "大概", "近似", "恰好", "正好", "仅", "只", "共有", "一共", "总共", "共", "等于", "有", "rmb", "usd", "us", "人民币", "为", "it", "is", "that", "be", "s",
        "the", "answer", "value", "was",
    ];

    /// <summary>After the phrase that begins at a place; a comma or point between digits is part of a number.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + Longest);
        while (at < limit)
        {
            if ((Marks.IsSentenceEnd(text[at]) || text[at] == ',') && !IsInside(text, at))
            {
                return at;
            }

            at++;
        }

        return limit;
    }

    /// <summary>Whether a comma or point stands inside a number or a LaTeX command.</summary>
    public static bool IsInside(ReadOnlySpan<char> text, int at) =>
        (text[at] is ',' or '.' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '\\' && at + 2 < text.Length && text[at + 2] == '!'))
        || (at > 0 && text[at - 1] == '\\' && text[at] is ',' or ';' or '!');

    /// <summary>The reading of the number that stands in a phrase, after its last sign of equality where it is a formula; null when none is stated.</summary>
    public static Reading? Read(ReadOnlySpan<char> text, int at, int end, string rule)
    {
        end = Math.Max(at, end);
        var equality = text[at..end].LastIndexOfAny('=', '≈');
        var isFormula = equality >= 0 && IsFormula(text.Slice(at, equality));
        var from = isFormula ? at + equality + 1 : at;
        if (NumberToken.Next(text, from, end) is not { } number)
        {
            return NumberWords.Only(text, at, end) is { } words ? Of(words, rule, 0.85) : null;
        }

        if (!IsAll(text[from..end], number, from) && text[from..end].ContainsAny(Operators) && Constant.Canonical(text[from..end]) is { } worked)
        {
            return new(ReadingKind.Value, worked, rule, from, end - from, 0.85);
        }

        if (NumberToken.Next(text, number.End, end) is not { } second)
        {
            return Of(number, rule, 0.95);
        }

        return Compound.Of(text, number, second) is { } sum ? Of(sum, rule, 0.9)
            : Alternatives.Joined(text, number, second) is { } hedge ? hedge
            : isFormula || IsLead(text[at..Math.Max(at, number.Start)]) ? Of(number, rule, 0.9)
            : null;
    }

    /// <summary>The reading of a whole reply that is a number in words, a sum of units, or several numbers to choose from.</summary>
    public static Reading? Whole(ReadOnlySpan<char> text)
    {
        if (NumberToken.Next(text, 0, text.Length) is not { } number)
        {
            return NumberWords.Only(text, 0, text.Length) is { } words && IsLead(text[..words.Start]) && text[words.End..].Trim().Length <= 12
                ? Of(words, "bare", 0.9)
                : null;
        }

        if (text.Trim() is { IsEmpty: false } all && !IsAll(text, number, 0) && all.ContainsAny(Operators) && Constant.Canonical(all) is { } worked)
        {
            var start = text.IndexOf(all);
            return new(ReadingKind.Value, worked, "bare", start, all.Length, 0.9);
        }

        if (IsLead(text[..number.Start]) && IsGlossed(text, number.End))
        {
            return Of(number, "bare", 0.8);
        }

        var isBare = IsLead(text[..number.Start]) && NumberToken.Next(text, number.End, text.Length) is { } second
            && NumberToken.Next(text, second.End, text.Length) is null && text[second.End..].Trim().Length <= 12;
        return isBare ? Read(text, 0, text.TrimEnd().Length, "bare") is { } reading && (reading.Rule == "hedge" || reading.Start + reading.Length > number.End) ? reading : null : null;
    }

    /// <summary>Whether nothing stands in a text but what may lead up to a number.</summary>
    public static bool IsLead(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.Trim(" \t\r\n*$`\\([{\"'¥￥€£≈~_-><:,!\u200B");
            var length = text.Length;
            foreach (var word in Leads)
            {
                if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, word.Length))
                {
                    text = text[word.Length..];
                    break;
                }
            }

            if (text.Length == length)
            {
                return text.IsEmpty;
            }
        }
    }

    /// <summary>The reading of a number.</summary>
    public static Reading Of(NumberToken number, string rule, double confidence) =>
        new(ReadingKind.Value, number.Value, rule, number.Start, number.End - number.Start, confidence);

    // "6 pizzas (3 cheese and 3 pepperoni)".
    private static bool IsGlossed(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..].TrimEnd(" \t\r\n.。");
        var bracket = rest.IndexOf('(');
        return bracket is >= 0 and <= 30 && rest.EndsWith(")") && NumberToken.Next(rest, 0, bracket) is null && rest[bracket..].IndexOf(')') == rest.Length - bracket - 1;
    }

    private static bool IsAll(ReadOnlySpan<char> phrase, NumberToken number, int offset) =>
        IsLead(phrase[..Math.Max(0, number.Start - offset)]) && phrase[Math.Min(phrase.Length, number.End - offset)..].Trim(" \t\r\n.。*$`\\)]}\"").IsEmpty;

    // "x", "3 + 4" and "\text{area}" may stand before a sign of equality, a sentence may not.
    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\')
            {
                at = Math.Max(at + 1, Marks.WordEnd(text, at + 1));
                continue;
            }

            var end = Marks.WordEnd(text, at);
            if (end - at > 2 || text[at] >= '\u3400')
            {
                return false;
            }

            at = Math.Max(at + 1, end);
        }

        return true;
    }
}
