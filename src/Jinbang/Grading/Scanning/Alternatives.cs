namespace Jinbang.Grading.Scanning;

/// <summary>Recognises numbers of which a reply does not say which one it means.</summary>
internal static class Alternatives
{
    private const int LongestJoint = 16;

    private static readonly string[] Choices =
    [
        "or", "or maybe", "or perhaps", "or possibly", "or even", "and/or", "/", "或", "或者", "还是", "要么", "抑或", "或是", "或者是", "要么是", "或为", "也可能是", "或许是", "也可能",
    ];

    private static readonly string[] Ranges = ["to", "至", "到", "~", "-", "--", "—", "and", "和", "与", "及"];

    /// <summary>Unreadable when another number to choose from follows, as in "3 or 4" and "x = 3或x = 4"; null otherwise.</summary>
    public static Reading? After(ReadOnlySpan<char> text, NumberToken number) =>
        NumberToken.Next(text, number.End, Math.Min(text.Length, number.End + LongestJoint)) is { } other && IsChoice(text[number.End..Math.Max(number.End, other.Start)])
            ? Between(number, other)
            : null;

    /// <summary>The reading of two numbers that are joined in an announced answer, and no other: "3 or 4", "3 to 5"; null when they are not.</summary>
    public static Reading? Joined(ReadOnlySpan<char> text, NumberToken number, NumberToken other)
    {
        var between = text[number.End..Math.Max(number.End, other.Start)];
        return IsChoice(between) || IsOneOf(Ranges, between.Trim(" \t*$`\\()[]{}\"'")) ? Between(number, other) : null;
    }

    private static Reading Between(NumberToken number, NumberToken other) => new(ReadingKind.Unreadable, "", "hedge", number.Start, other.End - number.Start);

    private static bool IsChoice(ReadOnlySpan<char> between)
    {
        var joint = between.Trim(" \t*$`\\()[]{}\"',");
        if (joint is [.. var words, '='] && words.TrimEnd() is [.. var before, var letter] && char.IsAsciiLetter(letter))
        {
            joint = before.TrimEnd(" $");
        }

        return IsOneOf(Choices, joint);
    }

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> joint)
    {
        foreach (var word in words)
        {
            if (joint.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
