using System.Reflection;
using System.Text;
using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>The prompt of each kind of question in each language: files that a user can replace one by one.</summary>
/// <remarks>A file is named <c>KIND.LANGUAGE.txt</c>, such as <c>single-choice.zh.txt</c>, and may use
/// <c>{{passage}}</c>, <c>{{stem}}</c>, <c>{{options}}</c> and <c>{{unit}}</c>. Judges are asked by
/// <c>judge-reading</c> and <c>judge-rubric</c>, which also show <c>{{reply}}</c>, always within its <c>{{fence}}</c>.</remarks>
public sealed class PromptTemplates
{
    private static readonly string[] JudgeNames = [JudgeName(JudgementUse.Reading), JudgeName(JudgementUse.Rubric)];
    private readonly Dictionary<string, PromptTemplate> templates;

    private PromptTemplates(Dictionary<string, PromptTemplate> templates) => this.templates = templates;

    /// <summary>Reads the templates: the user's where the folder has them, else our own.</summary>
    /// <param name="folder">The user's folder, or null.</param>
    /// <exception cref="BadInputException">A template has an unknown placeholder, or no <c>{{stem}}</c>; or the folder
    /// holds a file that is no template's name.</exception>
    public static PromptTemplates Load(string? folder)
    {
        var templates = new Dictionary<string, PromptTemplate>();
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var name in Enum.GetValues<QuestionKind>().Select(Name).Concat(JudgeNames))
            {
                var file = FileName(name, language);
                templates[file] = Read(folder, file, JudgeNames.Contains(name));
            }
        }

        RefuseStrangers(folder, templates.Keys.ToHashSet());
        return new PromptTemplates(templates);
    }

    /// <summary>The prompt for a question.</summary>
    public Prompt Render(Question question, Language language) => templates[FileName(Name(question.Kind), language)].Render(question, language);

    /// <summary>What a judge is asked about a reply to a question; the key is withheld unless it is a rubric.</summary>
    public Prompt RenderForJudge(JudgementUse use, Question question, Language language, string reply) =>
        templates[FileName(JudgeName(use), language)].Render(question, language, reply);

    /// <summary>What identifies the wording of a question's prompt: 16 hexadecimal digits.</summary>
    public string HashFor(QuestionKind kind, Language language) => templates[FileName(Name(kind), language)].Hash;

    /// <summary>What identifies all wordings together that an exam uses.</summary>
    public string HashFor(Exam exam) => Fingerprint.Of(
        [.. exam.Questions.Select(question => question.Kind).Distinct().Order().Select(kind => HashFor(kind, exam.Language))]);

    private static PromptTemplate Read(string? folder, string name, bool isForJudges)
    {
        var file = folder is null ? null : Path.Combine(folder, name);
        if (file is not null && File.Exists(file))
        {
            return new PromptTemplate(File.ReadAllText(file), file, isForJudges);
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Jinbang.Runs.Prompts.{name}")
            ?? throw new InvalidOperationException($"The prompt {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new PromptTemplate(reader.ReadToEnd(), name, isForJudges);
    }

    private static void RefuseStrangers(string? folder, HashSet<string> known)
    {
        if (folder is null)
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new BadInputException(new(
                $"The prompts folder {folder} does not exist.", $"提示词目录 {folder} 不存在。"));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.txt"))
        {
            if (!known.Contains(Path.GetFileName(file)))
            {
                var names = string.Join(", ", known.Order(StringComparer.Ordinal));
                throw new BadInputException(new(
                    $"{file} is not the name of a prompt template. The names are: {names}.",
                    $"{file} 不是提示词模板的文件名。可用的文件名：{names}。"));
            }
        }
    }

    private static string FileName(string name, Language language) => $"{name}.{language.Code()}.txt";

    private static string JudgeName(JudgementUse use) => use switch
    {
        JudgementUse.Reading or JudgementUse.Comparison => "judge-reading",
        JudgementUse.Rubric => "judge-rubric",
    };

    private static string Name(QuestionKind kind) => kind switch
    {
        QuestionKind.SingleChoice => "single-choice",
        QuestionKind.MultipleChoice => "multiple-choice",
        QuestionKind.TrueFalse => "true-false",
        QuestionKind.Number => "number",
        QuestionKind.ShortText => "short-text",
        QuestionKind.Instructions => "instructions",
        QuestionKind.Open => "open",
        QuestionKind.Expression => "expression",
        QuestionKind.List => "list",
    };
}
