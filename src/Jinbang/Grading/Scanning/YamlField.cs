namespace Jinbang.Grading.Scanning;

/// <summary>Finds the answer field in YAML: in a fence that says so, or in a reply that is nothing but lower-case keys and their values.</summary>
internal static class YamlField
{
    private const int LongestName = 30;
    private static readonly PhraseFinder Fences = new("```yaml", "```yml");

    /// <summary>The last answer field; null when the reply is no YAML or has none.</summary>
    public static AnswerField? Last(ReadOnlySpan<char> text)
    {
        if (Fences.First(text) is not { } fence)
        {
            return In(text, 0, text.Length, isFenced: false);
        }

        var start = fence.Start + fence.Length;
        var end = text[start..].IndexOf("```") is var length and >= 0 ? start + length : text.Length;
        return In(text, start, end, isFenced: true);
    }

    private static AnswerField? In(ReadOnlySpan<char> text, int start, int end, bool isFenced)
    {
        var names = 0;
        (int Start, int End)? value = null;
        var isOpen = false;
        foreach (var line in text[start..end].Split('\n'))
        {
            var (from, to) = (start + line.Start.Value, start + line.End.Value);
            if (text[from..to].Trim().IsEmpty || Marks.IsSpace(text[from]) || text[from] is '-' or '#')
            {
                value = isOpen ? (value!.Value.Start, to) : value;
                continue;
            }

            if (NameEnd(text[..to], from) is not { } colon || (!isFenced && !char.IsAsciiLetterLower(text[from])))
            {
                return null;
            }

            names++;
            isOpen = AnswerField.IsName(text[from..colon].Trim(" \"'"));
            value = isOpen ? (colon + 1, to) : value;
        }

        return value is { } found && (isFenced || names > 1) ? Within(text, found.Start, found.End, end) : null;
    }

    private static int? NameEnd(ReadOnlySpan<char> line, int from)
    {
        var colon = line.Slice(from, Math.Min(LongestName, line.Length - from)).IndexOf(':');
        return colon > 0 && (from + colon + 1 == line.Length || Marks.IsSpace(line[from + colon + 1])) ? from + colon : null;
    }

    // Past the signs of a block of text and of a list's first item.
    private static AnswerField Within(ReadOnlySpan<char> text, int start, int end, int after)
    {
        while (start < end && (Marks.IsSpace(text[start]) || text[start] is '|' or '>' or '"' or '\'' || text[start..end].StartsWith("- ")))
        {
            start++;
        }

        while (end > start && (Marks.IsSpace(text[end - 1]) || text[end - 1] is '"' or '\''))
        {
            end--;
        }

        return new(start, end, after);
    }
}
