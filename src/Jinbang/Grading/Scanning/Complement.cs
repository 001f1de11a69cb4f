using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds the name in a sentence that says what a description stands for: "The capital of France is Paris."</summary>
internal static class Complement
{
    private const int LongestSentence = 160;
    private const int LongestName = 60;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;!?。\n");

    private static readonly CueFinder Links = new((CueKind.Conclusion,
    [
        "is", "are", "was", "were", "is called", "are called", "was called", "is known as", "are known as", "is named", "was named", "would be",
        "是", "就是", "即为", "为", "叫", "叫做", "叫作", "称为", "称作", "被称为", "名为",
    ]));

    private static readonly string[] Determiners = ["the ", "this ", "that ", "these ", "those ", "its ", "his ", "her ", "their ", "our "];
    private static readonly string[] Pronouns = ["it", "this", "that", "they", "它", "这", "那", "他", "她", "其"];
    private static readonly PhraseFinder Others = new("what", "who", "whom", "which", "where", "when", "why", "how", "there", "not", "no", "谁", "什么", "哪", "何", "不", "没", "无");

    /// <summary>The name in a text; null unless the text is one short sentence with a description on one side of its only link and a name on the other.</summary>
    public static Place? Name(ReadOnlySpan<char> text)
    {
        var sentence = text.TrimEnd(" \t\r\n.。!*_`\"");
        if (sentence.Length > LongestSentence || sentence.ContainsAny(Breaks) || Others.First(sentence) is not null
            || Links.Next(sentence, 0) is not { } link || Links.Next(sentence, link.End) is not null)
        {
            return null;
        }

        // "The sky is blue" and "天空是蓝色的" name nothing else.
        if (sentence[..link.Start].IndexOf(". ") >= 0 || sentence.EndsWith("的"))
        {
            return null;
        }

        var isNamedAfter = IsDescription(sentence[..link.Start]) && !IsDescription(sentence[link.End..]);
        var isNamedBefore = IsDescription(sentence[link.End..]) && IsName(sentence[..link.Start]);
        var start = isNamedAfter ? Marks.SkipDressing(sentence, link.End) : 0;
        var length = isNamedAfter ? sentence.Length - start : isNamedBefore ? link.Start : 0;
        return length is > 0 and <= LongestName ? new(start, length) : null;
    }

    // "the largest planet", "中国的首都", "it"; but "the Seine" and "<我的大学>" are names.
    private static bool IsDescription(ReadOnlySpan<char> side)
    {
        var words = side.Trim(" *_`\"");
        foreach (var pronoun in Pronouns)
        {
            if (words.Equals(pronoun, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var determiner in Determiners)
        {
            if (words.StartsWith(determiner, StringComparison.OrdinalIgnoreCase))
            {
                return words.Length > determiner.Length && char.IsAsciiLetterLower(words[determiner.Length]);
            }
        }

        return words.Length > 1 && (words[0] is '该' or '此' or '这' or '其' or '本' || words[(words.LastIndexOf('>') + 1)..].Contains('的'));
    }

    private static bool IsName(ReadOnlySpan<char> side) =>
        side.Length > 0 && !IsDescription(side) && (side[0] >= '\u3400' || side[0] is '<' or '"' || char.IsAsciiLetterUpper(side[0]) || char.IsAsciiDigit(side[0]));
}
