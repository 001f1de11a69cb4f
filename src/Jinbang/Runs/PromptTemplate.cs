using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>The wording of a prompt in one language: for one kind of question, or for judges.</summary>
internal sealed partial class PromptTemplate
{
    private static readonly string[] ForModels = ["passage", "stem", "options", "unit"];
    private static readonly string[] ForJudges = [.. ForModels, "rubric", "reference", "fence", "reply"];
    private readonly IReadOnlyList<string[]> lines;

    /// <param name="text">The wording with its placeholders.</param>
    /// <param name="file">Where it comes from.</param>
    /// <param name="isForJudges">Whether it shows a reply to a judge.</param>
    public PromptTemplate(string text, string file, bool isForJudges)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        Hash = Fingerprint.Of(text);
        lines = [.. text.Split('\n').Select(line => Placeholder().Split(line))];
        Check(file, isForJudges ? ForJudges : ForModels, isForJudges ? ["stem", "reply"] : ["stem"]);
    }

    /// <summary>Identifies the wording: 16 hexadecimal digits.</summary>
    public string Hash { get; }

    public Prompt Render(Question question, Language language) => new(
        Fill(name => Value(name, question, language)), question.Stem, Choices(question, language), question.Kind == QuestionKind.MultipleChoice);

    /// <summary>The prompt that shows a judge a question without its key, and the reply to it behind a fence.</summary>
    public Prompt Render(Question question, Language language, string reply)
    {
        var fence = Fence.Around(reply);
        var text = Fill(name => name switch
        {
            "reply" => fence.Text,
            "fence" => fence.Mark,
            "rubric" => question.Key is RubricKey rubric ? Rubric(rubric) : "",
            "reference" => (question.Key as RubricKey)?.Reference ?? "",
            _ => Value(name, question, language),
        });
        return new Prompt(text, question.Stem, [], false);
    }

    private string Fill(Func<string, string> value)
    {
        var filled = new StringBuilder();
        foreach (var line in lines)
        {
            var start = filled.Length;
            for (var i = 0; i < line.Length; i++)
            {
                filled.Append(IsName(i) ? value(line[i]) : line[i]);
            }

            // A line of placeholders that have nothing to say is left out; blank lines stay.
            if (filled.Length > start || line.Length == 1)
            {
                filled.Append('\n');
            }
        }

        return filled.ToString().Trim('\n');
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

    private static string Rubric(RubricKey rubric) => string.Join('\n', rubric.Criteria.Select((criterion, at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at + 1}. [0–{criterion.Points}] {criterion.Text}")));

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
        QuestionKind.Number or QuestionKind.ShortText or QuestionKind.Instructions or QuestionKind.Open => [],
        QuestionKind.Expression or QuestionKind.List => [],
    };

    private void Check(string file, string[] names, string[] required)
    {
        var used = lines.SelectMany(line => line.Where((_, place) => IsName(place))).ToHashSet();
        if (used.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new BadInputException(new(
                $"{file}: {{{{{unknown}}}}} is not a placeholder. Use {string.Join(", ", names.Select(Braced))}.",
                $"{file}：{{{{{unknown}}}}} 不是占位符。可用：{string.Join("、", names.Select(Braced))}。"));
        }

        if (required.FirstOrDefault(name => !used.Contains(name)) is { } missing)
        {
            throw new BadInputException(new(
                $"{file} has no {Braced(missing)}, so {(missing == "stem" ? "the question would not be asked" : "there would be nothing to judge")}.",
                $"{file} 缺少 {Braced(missing)}，{(missing == "stem" ? "题目不会被问到" : "评判者看不到作答")}。"));
        }
    }

    private static string Braced(string name) => $"{{{{{name}}}}}";

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Placeholder();
}
