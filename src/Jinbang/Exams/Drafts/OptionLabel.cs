namespace Jinbang.Exams.Drafts;

/// <summary>Labels such as "(A)", "B.", "C、" before the text of an option.</summary>
internal static class OptionLabel
{
    /// <summary>Letters the options of a list by position, taking off their labels where most carry their own.</summary>
    public static IReadOnlyList<DraftOption> Letter(IReadOnlyList<string?> texts)
    {
        var labels = texts.Select(text => text is null ? null : Find(text)).ToList();
        var own = labels.Where((label, index) => label?.Letter == LetterAt(index)).Count();
        return own * 2 > texts.Count
            ? [.. texts.Select((text, index) => Unlabelled(LetterAt(index), text, labels[index]))]
            : [.. texts.Select((text, index) => new DraftOption(LetterAt(index).ToString(), text))];
    }

    /// <summary>Splits a text that holds one labelled option a line; empty when a line has no label.</summary>
    public static IReadOnlyList<DraftOption> Split(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var labels = lines.Select(Find).ToList();
        return labels.All(label => label is not null)
            ? [.. lines.Zip(labels, (line, label) => new DraftOption(label!.Value.Letter.ToString(), line[label.Value.Length..].Trim()))]
            : [];
    }

    private static char LetterAt(int index) => (char)('A' + index);

    private static DraftOption Unlabelled(char letter, string? text, (char Letter, int Length)? label) =>
        label is { } found
            ? new DraftOption(letter.ToString(), text![found.Length..].Trim(), found.Letter)
            : new DraftOption(letter.ToString(), text);

    private static (char Letter, int Length)? Find(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var opened = start < text.Length && text[start] is '(' or '（' or '[' or '【';
        var at = opened ? start + 1 : start;
        if (at + 1 >= text.Length || text[at] is not (>= 'A' and <= 'Z'))
        {
            return null;
        }

        var closed = opened
            ? text[at + 1] is ')' or '）' or ']' or '】'
            : text[at + 1] is '.' or '．' or '、' or ':' or '：' or ')' or '）';
        return closed ? (text[at], at + 2) : null;
    }
}
