namespace Jinbang.Grading.Scanning;

/// <summary>Finds numbers written in words, English or Chinese.</summary>
internal static class NumberWords
{
    /// <summary>The only number in words within a part of a text; null when there is none, or several.</summary>
    public static NumberToken? Only(ReadOnlySpan<char> text, int from, int limit)
    {
        NumberToken? only = null;
        for (var at = from; at < limit;)
        {
            if (At(text[..limit], at) is { } number)
            {
                if (only is not null)
                {
                    return null;
                }

                only = number;
                at = number.End;
            }
            else
            {
                at = Math.Max(at + 1, char.IsAsciiLetter(text[at]) ? Marks.WordEnd(text[..limit], at) : 0);
            }
        }

        return only;
    }

    /// <summary>The number in words that begins at a place and is no pronoun or article, as "one" and "一" may be; null when none does.</summary>
    public static NumberToken? CountAt(ReadOnlySpan<char> text, int at) => at < text.Length && At(text, at) is { Value: not "1" } number ? number : null;

    private static NumberToken? At(ReadOnlySpan<char> text, int at)
    {
        var value = char.IsAsciiLetter(text[at]) ? EnglishNumber.At(text, at, out var end) : HanNumber.At(text, at, out end);
        if (value is null)
        {
            return null;
        }

        if (char.IsAsciiLetter(text[at]) || value.EndsWith('%'))
        {
            return new(value, at, end);
        }

        var after = Scale.UnitEnd(text, end, out var unit);
        return new(value + unit, at, after);
    }
}
