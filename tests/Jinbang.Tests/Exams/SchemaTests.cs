using System.Text.RegularExpressions;
using Jinbang.Exams;
using Json.Schema;

namespace Jinbang.Tests.Exams;

public sealed partial class SchemaTests
{
    private static readonly string Repository = FindRepository();
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(Repository, "docs", "exam.schema.json"));

    [Fact]
    public void The_example_of_the_guide_is_valid_and_reads_without_a_problem()
    {
        var guide = File.ReadAllText(Path.Combine(Repository, "docs", "exam-format.md"));
        var example = Example().Match(guide).Groups[1].Value;

        Assert.True(IsValid(example));
        var reading = ExamText.Read(example);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            [QuestionKind.SingleChoice, QuestionKind.MultipleChoice, QuestionKind.TrueFalse, QuestionKind.Number, QuestionKind.Instructions],
            reading.Exam!.Questions.Select(question => question.Kind));
    }

    [Fact]
    public void Every_sample_is_valid_and_reads_without_a_problem()
    {
        var folder = Path.Combine(Repository, "samples");
        var samples = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories) : [];

        Assert.All(samples, sample => Assert.True(IsValid(File.ReadAllText(sample)), sample));
        Assert.All(samples, sample => Assert.Empty(ExamReader.Read(sample).Problems));
    }

    [Theory]
    [InlineData("exam: t\nquestions: []")]
    [InlineData("exam: a b\nquestions: [{id: a, stem: s, key: 1}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, key: 1, colour: red}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: {fr: s}, key: 1}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, key: A, options: {A: x, K: y}}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, key: 1, kind: essay}]")]
    [InlineData("exam: t\nfollowing: lax\nquestions: [{id: a, stem: s, key: 1}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, instructions: []}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, instructions: ['keywords:existance']}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, instructions: [{rule: 'startend:end_checker'}]}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, instructions: [{rule: 'punctuation:no_comma', count: 1}]}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, kind: open, rubric: []}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, kind: open, rubric: [{points: 0, text: t}]}]")]
    [InlineData("exam: t\nquestions: [{id: a, stem: s, kind: open, rubric: [{points: 1, text: t}], key: x}]")]
    [InlineData("exam: t\ncredit: half\nquestions: [{id: a, stem: s, key: 1}]")]
    public void What_the_reader_reports_the_schema_refuses(string yaml)
    {
        Assert.False(IsValid(yaml));
        Assert.NotEmpty(ExamText.Read(yaml).Problems);
    }

    private static bool IsValid(string yaml) => YamlSchema.Accepts(Schema, yaml);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
