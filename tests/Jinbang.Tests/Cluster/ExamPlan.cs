using System.Text;
using Jinbang.Simulator.Counting;
using static System.FormattableString;

namespace Jinbang.Tests.Cluster;

/// <summary>What a cluster is to ask.</summary>
internal sealed record ExamPlan
{
    /// <summary>What a million tokens of a prompt and of a reply cost, in yuan.</summary>
    public const decimal Input = 2, Output = 8;

    /// <summary>The exams' files.</summary>
    public required IReadOnlyList<(string File, string Text)> Exams { get; init; }

    /// <summary>The models, as the simulator knows them.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["sim-strong"];

    /// <summary>The models that judge.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>How fast the account may be asked, as <c>jinbang.yaml</c> says it; null when that is to be found out.</summary>
    public string? Limits { get; init; }

    /// <summary>Lines of <c>jinbang.yaml</c> beside the exams and the models.</summary>
    public string Settings { get; init; } = "";

    /// <summary>An exam of questions with four options, one of which is right.</summary>
    public static string Widgets(int questions) => Widgets("widgets", questions);

    /// <inheritdoc cref="Widgets(int)"/>
    public static string Widgets(string name, int questions) => Exam($"exam: {name}\nlanguage: en\nquestions:\n", questions, i => Invariant(
        $"  - {{id: q{i}, kind: single, stem: What becomes of {name} number {i} in the end?, options: {{A: lost {i}, B: sold {i}, C: kept {i}, D: made {i}}}, key: {"ABCD"[i % 4]}}}"));

    /// <summary>An exam in Chinese, some of whose questions have several right options.</summary>
    public static string Parts(int questions) => Exam("exam: parts\nlanguage: zh\nquestions:\n", questions, i => i % 3 == 0
        ? Invariant($"  - {{id: q{i}, stem: 第 {i} 号零件最后可能怎样？, options: {{A: 丢失 {i}, B: 售出 {i}, C: 留用 {i}, D: 报废 {i}}}, key: A{"BCD"[i / 3 % 3]}}}")
        : Invariant($"  - {{id: q{i}, stem: 第 {i} 号零件已经售出。, key: {(i % 2 == 0 ? "true" : "false")}}}"));

    /// <summary>An exam of open questions, for which judges give points.</summary>
    public static string Essays(int questions) => Exam("exam: essays\nlanguage: en\nquestions:\n", questions, i => Invariant(
        $"  - {{id: q{i}, kind: open, stem: Why is cog number {i} round?, rubric: [{{points: 2, text: it turns {i} times a day}}, {{points: 1, text: corners of cog {i} would break}}]}}"));

    /// <summary>The file that says so.</summary>
    /// <param name="endpoint">Where the models are asked.</param>
    public string Workspace(Uri endpoint) => Invariant($$"""
        exams: [{{string.Join(", ", Exams.Select(exam => exam.File))}}]
        models: [{{Named(Models, endpoint)}}]
        {{(Judges.Count == 0 ? "" : $"judges: [{Named(Judges, endpoint)}]")}}
        {{(Limits is null ? "" : $"limits: {{\"{endpoint}\": {Limits}}}")}}
        {{Settings}}
        """);

    /// <summary>What a models' server bills, in yuan.</summary>
    public static decimal Bill(Stats calls) => ((calls.PromptTokens * Input) + (calls.CompletionTokens * Output)) / 1_000_000;

    private static string Named(IEnumerable<string> models, Uri endpoint) => string.Join(", ", models.Select(model => Invariant(
        $"{{name: {model}, endpoint: \"{endpoint}\", price: {{input: {Input}, output: {Output}, currency: CNY, date: 2026-11-01}}, max-output-tokens: 100}}")));

    private static string Exam(string head, int questions, Func<int, string> question)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < questions; i++)
        {
            text.AppendLine(question(i));
        }

        return text.ToString();
    }
}
