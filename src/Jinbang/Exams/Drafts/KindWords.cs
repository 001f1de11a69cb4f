using System.Collections.Frozen;

namespace Jinbang.Exams.Drafts;

/// <summary>The words that exam files use for the kinds of question.</summary>
internal static class KindWords
{
    // "Multiple choice" is missing on purpose: in English it says that there are options, not that several are right.
    private static readonly FrozenDictionary<string, QuestionKind> Known = new Dictionary<string, QuestionKind>
    {
        ["single"] = QuestionKind.SingleChoice,
        ["single-choice"] = QuestionKind.SingleChoice,
        ["单选"] = QuestionKind.SingleChoice,
        ["单项选择"] = QuestionKind.SingleChoice,
        ["multiple"] = QuestionKind.MultipleChoice,
        ["multiple-answer"] = QuestionKind.MultipleChoice,
        ["多选"] = QuestionKind.MultipleChoice,
        ["多项选择"] = QuestionKind.MultipleChoice,
        ["不定项选择"] = QuestionKind.MultipleChoice,
        ["true-false"] = QuestionKind.TrueFalse,
        ["true/false"] = QuestionKind.TrueFalse,
        ["判断"] = QuestionKind.TrueFalse,
        ["是非"] = QuestionKind.TrueFalse,
        ["number"] = QuestionKind.Number,
        ["numeric"] = QuestionKind.Number,
        ["数值"] = QuestionKind.Number,
        ["计算"] = QuestionKind.Number,
        ["text"] = QuestionKind.ShortText,
        ["short-text"] = QuestionKind.ShortText,
        ["填空"] = QuestionKind.ShortText,
        ["简答"] = QuestionKind.ShortText,
        ["instructions"] = QuestionKind.Instructions,
        ["指令"] = QuestionKind.Instructions,
        ["open"] = QuestionKind.Open,
        ["开放"] = QuestionKind.Open,
        ["expression"] = QuestionKind.Expression,
        ["math"] = QuestionKind.Expression,
        ["表达式"] = QuestionKind.Expression,
        ["解析式"] = QuestionKind.Expression,
        ["list"] = QuestionKind.List,
        ["blanks"] = QuestionKind.List,
        ["ordering"] = QuestionKind.List,
        ["多空"] = QuestionKind.List,
        ["排序"] = QuestionKind.List,
    }.ToFrozenDictionary();

    /// <summary>The kind a word stands for, or null for a word that says nothing of it.</summary>
    public static QuestionKind? Find(string? word)
    {
        var plain = word?.Trim().ToLowerInvariant().Replace(' ', '-').TrimEnd('题');
        return plain is not null && Known.TryGetValue(plain, out var kind) ? kind : null;
    }

    /// <summary>What to tell a user whose word is not known.</summary>
    public static Phrase Unknown(string word) => new(
        $"The kind \"{word}\" is not known; write single, multiple, true-false, number, text, expression, list, instructions or open.",
        $"题型“{word}”无法识别；请写 single（单选）、multiple（多选）、true-false（判断）、number（数值）、text（填空）、expression（表达式）、list（多空）、instructions（指令）或 open（开放）。");
}
