using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Turns draft options into options in letter order, and reports what is odd about them.</summary>
internal static class OptionCheck
{
    private const int Most = 10;

    public static IReadOnlyList<Option> Read(IReadOnlyList<DraftOption> drafts, Cleaning cleaning, Findings findings)
    {
        if (drafts.Count > Most)
        {
            findings.Fail(
                $"There are {drafts.Count} options; at most {Most} (A to J) can be asked.",
                $"有 {drafts.Count} 个选项；最多只能有 {Most} 个（A 至 J）。");
            return [];
        }

        var options = new List<Option>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (Letter(draft, findings) is { } letter)
            {
                options.Add(new Option(letter, cleaning.Clean(draft.Text) ?? ""));
            }
        }

        if (IsPlain(options))
        {
            return options;
        }

        CheckOrder(options, findings);
        CheckTexts(options, findings);
        return [.. options.OrderBy(option => option.Letter)];
    }

    /// <summary>Whether the options are A, B, C and so on, each with a text of its own: nearly all are, and large banks have many.</summary>
    private static bool IsPlain(List<Option> options)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (options[i].Letter != 'A' + i || options[i].Text.Length == 0 || options.FindIndex(option => option.Text == options[i].Text) < i)
            {
                return false;
            }
        }

        return true;
    }

    private static char? Letter(DraftOption draft, Findings findings)
    {
        var name = draft.Letter is [>= 'A' and <= 'J'] ? draft.Letter : HalfWidth.Of(draft.Letter.Trim()).ToUpperInvariant();
        if (name is not [>= 'A' and <= 'J'])
        {
            findings.Fail(
                $"The option \"{draft.Letter}\" is not named by a letter from A to J.",
                $"选项名“{draft.Letter}”不是 A 至 J 的字母。");
            return null;
        }

        if (draft.Label is { } label && label != name[0])
        {
            findings.Warn(
                $"The option in place {name} is labelled ({label}); it was taken as {name}.",
                $"位于 {name} 的选项标成了（{label}），按 {name} 处理。");
        }

        return name[0];
    }

    private static void CheckOrder(List<Option> options, Findings findings)
    {
        var letters = string.Concat(options.Select(option => option.Letter));
        var sorted = string.Concat(letters.Order());
        if (letters.Distinct().Count() < letters.Length)
        {
            findings.Fail($"An option letter is used twice: {letters}.", $"选项字母重复：{letters}。");
        }
        else if (letters != sorted)
        {
            findings.Warn($"The options stand in the order {letters}; they were sorted.", $"选项顺序为 {letters}，已重新排序。");
        }
        else if (letters.Length > 0 && letters[^1] - 'A' >= letters.Length)
        {
            findings.Warn($"The option letters {letters} leave a gap.", $"选项字母 {letters} 不连续。");
        }
    }

    private static void CheckTexts(List<Option> options, Findings findings)
    {
        var empty = string.Concat(options.Where(option => option.Text.Length == 0).Select(option => option.Letter));
        if (empty.Length > 0)
        {
            findings.Warn($"These options have no text: {empty}.", $"下列选项没有文字：{empty}。");
        }

        foreach (var same in options.Where(option => option.Text.Length > 0).GroupBy(option => option.Text))
        {
            var letters = string.Concat(same.Select(option => option.Letter));
            if (letters.Length > 1)
            {
                findings.Warn($"The options {letters} have the same text.", $"选项 {letters} 的文字相同。");
            }
        }
    }
}
