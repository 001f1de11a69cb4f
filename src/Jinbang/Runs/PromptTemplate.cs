using System.Text;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>The wording of the prompt for one kind of question in one language.</summary>
internal sealed partial class PromptTemplate
{
    private static readonly string[] Names = ["passage", "stem", "options", "unit"];
    private readonly IReadOnlyList<string[]> lines;

    public PromptTemplate(string text, string file)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        Hash = Fingerprint.Of(text);
        lines = [.. text.Split('\n').Select(line => Placeholder().Split(line))];
        Check(file);
    }

    /// <summary>Identifies the wording: 16 hexadecimal digits.</summary>
    public string Hash { get; }

    public Prompt Render(Question question, Language language)
    {
        var filled = new StringBuilder();
        foreach (var line in lines)
        {
            var start = filled.Length;
            for (var i = 0; i < line.Length; i++)
            {
                filled.Append(IsName(i) ? Value(line[i], question, language) : line[i]);
            }

            // A line of placeholders that have nothing to say is left out; blank lines stay.
            if (filled.Length > start || line.Length == 1)
            {
                filled.Append('\n');
            }
        }

        return new Prompt(
            filled.ToString().Trim('\n'), question.Stem, Choices(question, language), question.Kind == QuestionKind.MultipleChoice);
    }

    /// <summary>Splitting puts the names of placeholders at the odd places.</summary>
    private static bool IsName(int place) => place % 2 == 1;

    private static string Value(string name, Question question, Language language) => name switch
    {
        "passage" => question.Passage ?? "",
        "stem" => question.Stem,
        "options" => string.Join('\n', question.Options.Select(option => $"{option.Letter}. {option.Text}")),
        _ => Unit(question, language),
    };

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
        QuestionKind.Number or QuestionKind.ShortText or QuestionKind.Instructions => [],
        QuestionKind.Expression or QuestionKind.List => [],
    };

    private void Check(string file)
    {
        var used = lines.SelectMany(line => line.Where((_, place) => IsName(place))).ToHashSet();
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
}
