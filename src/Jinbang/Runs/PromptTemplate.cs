using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>The wording of the prompt for one kind of question in one language.</summary>
internal sealed partial class PromptTemplate
{
    private static readonly string[] Names = ["passage", "stem", "options", "unit"];
    private readonly string text;

    public PromptTemplate(string text, string file)
    {
        this.text = text.ReplaceLineEndings("\n").Trim();
        Hash = Fingerprint.Of(this.text);
        Check(file);
    }

    /// <summary>Identifies the wording: 16 hexadecimal digits.</summary>
    public string Hash { get; }

    public Prompt Render(Question question, Language language)
    {
        // One pass, so that a stem which itself holds "{{options}}" is not filled in.
        var filled = Placeholder().Replace(text, match => match.Groups[1].Value switch
        {
            "passage" => question.Passage ?? "",
            "stem" => question.Stem,
            "options" => string.Join('\n', question.Options.Select(option => $"{option.Letter}. {option.Text}")),
            _ => Unit(question, language),
        });
        return new Prompt(
            ThreeBreaks().Replace(filled, "\n\n"), question.Stem, Choices(question, language), question.Kind == QuestionKind.MultipleChoice);
    }

    private static string Unit(Question question, Language language) =>
        question.Key is not NumberKey { Unit: { } unit } ? "" : language switch
        {
            Language.Chinese => $"（单位：{unit}）",
            Language.English => $" in {unit}",
        };

    private static IReadOnlyList<Choice> Choices(Question question, Language language) => question.Kind switch
    {
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice =>
            [.. question.Options.Select(option => new Choice(option.Letter.ToString(), option.Text))],
        QuestionKind.TrueFalse => language switch
        {
            Language.Chinese => [new("正确", "正确"), new("错误", "错误")],
            Language.English => [new("true", "true"), new("false", "false")],
        },
        QuestionKind.Number or QuestionKind.ShortText => [],
    };

    private void Check(string file)
    {
        var used = Placeholder().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        var unknown = used.FirstOrDefault(name => !Names.Contains(name));
        if (unknown is not null)
        {
            throw new BadInputException(new(
                $"{file}: {{{{{unknown}}}}} is not a placeholder. Use {{{{passage}}}}, {{{{stem}}}}, {{{{options}}}} or {{{{unit}}}}.",
                $"{file}：{{{{{unknown}}}}} 不是占位符。可用：{{{{passage}}}}、{{{{stem}}}}、{{{{options}}}}、{{{{unit}}}}。"));
        }

        if (!used.Contains("stem"))
        {
            throw new BadInputException(new(
                $"{file} has no {{{{stem}}}}, so the question would not be asked.",
                $"{file} 缺少 {{{{stem}}}}，题目不会被问到。"));
        }
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\n\s*\n\s*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex ThreeBreaks();
}
