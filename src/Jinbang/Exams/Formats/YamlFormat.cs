using System.Text.RegularExpressions;
using Jinbang.Exams.Checks;
using Jinbang.Exams.Drafts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Jinbang's own format: docs/exam-format.md describes it, docs/exam.schema.json is its schema.</summary>
internal sealed partial class YamlFormat : ExamFormat
{
    private static readonly string[] Fields = ["exam", "title", "language", "licence", "credit", "following", "passages", "questions"];

    /// <inheritdoc/>
    public override string Name => "Jinbang YAML";

    /// <inheritdoc/>
    public override bool Recognises(ExamFile file) => !file.IsWorkbook && StartsWithField().IsMatch(file.Text) && HasOurField().IsMatch(file.Text);

    /// <inheritdoc/>
    public override DraftExam Read(ExamFile file, Language? language, List<Problem> problems)
    {
        try
        {
            if (BoundedParser.Load(new StringReader(file.Text)).Documents is [{ RootNode: YamlMappingNode root }])
            {
                return Read(file, root, language, problems);
            }

            Report(problems, file.Path, 1, new(
                "The file must be one YAML document with the fields exam and questions.", "文件应为一个含 exam 和 questions 字段的 YAML 文档。"));
        }
        catch (YamlException error)
        {
            Report(problems, file.Path, (int)error.Start.Line, new(
                $"The YAML breaks here: {error.Message}", $"YAML 在此处中断：{error.Message}"));
        }

        return new DraftExam([]);
    }

    private static DraftExam Read(ExamFile file, YamlMappingNode root, Language? asked, List<Problem> problems)
    {
        var (languages, stated) = YamlLanguages.Of(root);
        var language = Choose(file, languages, asked);
        var faults = new List<Fault>();
        var fields = new YamlFields(root, Fields, language, faults);
        var passages = fields.Map("passages");
        CheckLanguage(fields);
        var exam = new DraftExam(fields.List("questions").Select((node, index) => new YamlQuestion(file.Path, language, passages).Read(node, index + 1)))
        {
            Id = fields.Text("exam"),
            Title = fields.Text("title"),
            Language = stated ? language : null,
            Languages = languages,
            Credit = YamlCredit.Read(fields),
            IsLoose = IsLoose(fields),
        };
        foreach (var fault in faults)
        {
            Report(problems, file.Path, fault.Line, fault.What);
        }

        return exam;
    }

    private static void CheckLanguage(YamlFields fields)
    {
        if (fields.Text("language") is { } code && LanguageNames.Find(code) is null)
        {
            fields.Fail(fields.Node("language")!, new($"The language \"{code}\" is not known; write zh or en.", $"语言“{code}”无法识别；请写 zh 或 en。"));
        }
    }

    private static bool IsLoose(YamlFields fields)
    {
        var following = fields.Text("following");
        if (following is not (null or "strict" or "loose"))
        {
            fields.Fail(fields.Node("following")!, new(
                $"following is \"{following}\"; write strict or loose.", $"following 为“{following}”；请写 strict（严格）或 loose（宽松）。"));
        }

        return following == "loose";
    }

    private static Language Choose(ExamFile file, IReadOnlyList<Language> languages, Language? asked) =>
        languages.Count == 0 ? asked ?? TextLanguage.Detect(file.Text)
        : asked is not { } wanted ? languages[0]
        : languages.Contains(wanted) ? wanted
        : throw LanguageNames.Missing(file.Path, wanted, languages);

    private static void Report(List<Problem> problems, string path, int line, Phrase what) =>
        problems.Add(new Problem(Severity.Error, new SourcePlace(path, line), null, what));

    // The first line that is neither blank, a comment nor a mark must be a field.
    [GeneratedRegex(@"\A(?:[ \t]*(?:#[^\n]*|---[ \t]*|%[^\n]*)?\r?\n)*[A-Za-z_-]+[ \t]*:(?:\s|\z)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StartsWithField();

    [GeneratedRegex(@"^(?:exam|questions)[ \t]*:(?:\s|\z)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HasOurField();
}
