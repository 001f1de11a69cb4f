using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Reads the letters of a key and checks them against the options.</summary>
internal static class ChoiceKey
{
    private const string Separators = " ,，、;；/|.。()（）[]【】和";

    /// <summary>The kind (by the number of letters where it is not stated) and the letters, or null when unusable.</summary>
    public static (QuestionKind Kind, AnswerKey Key)? Read(
        DraftQuestion draft, List<string> key, IReadOnlyList<Option> options, Findings findings)
    {
        var written = string.Concat(key);
        if ((Letters(written) ?? LetterOfText(key, options)) is not { } raw)
        {
            findings.Fail(
                $"The key \"{written}\" is not made of option letters.", $"答案“{written}”不是由选项字母组成的。");
            return null;
        }

        CheckOptions(draft, options, raw, findings);
        var letters = Tidy(raw, findings);
        var kind = draft.Kind switch
        {
            QuestionKind.MultipleChoice => QuestionKind.MultipleChoice,
            QuestionKind.SingleChoice or QuestionKind.TrueFalse => QuestionKind.SingleChoice,
            _ => letters.Length > 1 ? QuestionKind.MultipleChoice : QuestionKind.SingleChoice,
        };
        CheckCount(kind, letters, findings);
        return (kind, new LettersKey(letters));
    }

    private static string? Letters(string written)
    {
        var letters = string.Concat(HalfWidth.Of(written).ToUpperInvariant().Where(c => !Separators.Contains(c)));
        return letters.Length > 0 && letters.All(char.IsAsciiLetterUpper) ? letters : null;
    }

    // Banks of true-or-false questions often give the word rather than its letter.
    private static string? LetterOfText(List<string> key, IReadOnlyList<Option> options) =>
        key is [var text] && options.Where(option => option.Text == text).ToList() is [var only]
            ? only.Letter.ToString()
            : null;

    private static void CheckOptions(DraftQuestion draft, IReadOnlyList<Option> options, string letters, Findings findings)
    {
        var known = string.Concat(options.Select(option => option.Letter));
        var outside = string.Concat(letters.Distinct().Except(known).Order());
        if (known.Length >= 2 && outside.Length > 0)
        {
            findings.Fail(
                $"The key {letters} names {outside}, but the options are {known}.",
                $"答案 {letters} 中的 {outside} 不在选项 {known} 之内。");
        }
        else if (known.Length < 2 && !findings.HasErrors)
        {
            findings.Fail(
                $"A question to choose from needs at least two options; it has {draft.Options.Count}.",
                $"选择题至少要有两个选项；本题有 {draft.Options.Count} 个。");
        }
    }

    private static string Tidy(string letters, Findings findings)
    {
        var sorted = string.Concat(letters.Distinct().Order());
        if (letters.Distinct().Count() < letters.Length)
        {
            findings.Warn($"The key {letters} repeats a letter; it was read as {sorted}.", $"答案 {letters} 有重复字母，按 {sorted} 处理。");
        }
        else if (letters != sorted)
        {
            findings.Warn($"The letters of the key {letters} were sorted into {sorted}.", $"答案 {letters} 的字母未按顺序，已排为 {sorted}。");
        }

        return sorted;
    }

    private static void CheckCount(QuestionKind kind, string letters, Findings findings)
    {
        if (kind is QuestionKind.SingleChoice && letters.Length > 1)
        {
            findings.Fail(
                $"The question is to have one right option, but its key is {letters}.",
                $"本题为单选题，答案却是 {letters}。");
        }
        else if (kind is QuestionKind.MultipleChoice && letters.Length == 1)
        {
            findings.Warn(
                $"The question may have several right options, but its key is {letters} alone.",
                $"本题为多选题，答案却只有 {letters}。");
        }
    }
}
