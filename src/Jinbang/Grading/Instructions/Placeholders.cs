namespace Jinbang.Grading.Instructions;

/// <summary>Placeholders such as [address]: IFEval's detectable_content:number_placeholders; in Chinese also 【地址】 and ［地址］.</summary>
internal static class Placeholders
{
    /// <summary>The number of opening brackets that are closed on their line, without overlaps.</summary>
    public static int Count(string text, bool isChinese)
    {
        var count = Count(text, '[', ']');
        return isChinese ? count + Count(text, '【', '】') + Count(text, '［', '］') : count;
    }

    private static int Count(ReadOnlySpan<char> text, char open, char close)
    {
        var count = 0;
        foreach (var line in text.Split('\n'))
        {
            var rest = text[line];
            while (rest.IndexOf(open) is var start and >= 0 && rest[start..].IndexOf(close) is var length and >= 0)
            {
                count++;
                rest = rest[(start + length + 1)..];
            }
        }

        return count;
    }
}
