using Jinbang.Boards;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Tests.Boards.Rollups;

/// <summary>A family of six exams and two models, small enough to be reckoned by hand.</summary>
internal static class SmallFamily
{
    public const string Yaml = """
        default-rule: mean
        id: total
        name: { zh: 总分, en: Total }
        rule: weights
        parts:
        - id: professional
          name: { zh: 专业能力, en: Professional }
          weight: 0.3
          parts:
          - id: education
            name: { zh: 教育, en: Education }
            exams: [a, b]
          - id: law
            name: { zh: 法律, en: Law }
            exams: [c]
        - id: general
          name: { zh: 通用能力, en: General }
          weight: 0.7
          parts:
          - id: reasoning
            name: { zh: 推理, en: Reasoning }
            exams: [d]
          - id: language
            name: { zh: 语言, en: Language }
            exams: [e]
          - id: agent
            name: { zh: 智能体, en: Agent }
            stand-in: { factor: 0.754, of: [reasoning, language] }
            exams: [f]
        """;

    public static Taxonomy Taxonomy => TaxonomyFile.Parse(new StringReader(Yaml), "family.yaml");

    /// <summary>"first" has everything but the agent exam's time and cost; "second" has no time on b, no points on c, no agent exam.</summary>
    public static IReadOnlyList<Board> Exams =>
    [
        Exam("a", First(1, 10, 1), Second(0.5, 10, 1)),
        Exam("b", First(0.875, 20, 2), Second(0.5, null, 2)),
        Exam("c", First(0.75, 30, 3), Second(null, 30, 3)),
        Exam("d", First(0.5, 40, 4), Second(0.8, 40, 4)),
        Exam("e", First(0.625, 50, 5), Second(0.6, 50, 5)),
        Exam("f", First(0.4, null, null)),
    ];

    public static RollupSettings Seed => new(Language.Chinese) { Rules = RollupRules.Seed };

    public static Board Exam(string name, params BoardRow[] rows) =>
        new(name, Language.Chinese, Board.Ranked(rows)) { Questions = 8 };

    public static BoardRow Row(string model, double? accuracy, double? seconds = null, decimal? cost = null) => new(model)
    {
        Openness = Openness.Commercial,
        Accuracy = accuracy,
        State = accuracy is null ? ScoreState.Unmeasured : ScoreState.Measured,
        Seconds = seconds,
        Tokens = seconds * 10,
        CostPerThousand = cost,
        AccuracyInterval = accuracy is { } share ? Intervals.Wilson(share * 8, 8, 0.95) : null,
        Coverage = new Coverage(8, accuracy is null ? 0 : 8, 0),
    };

    public static IReadOnlyDictionary<string, Board> Of(RollupSettings settings, Taxonomy? taxonomy = null, IReadOnlyList<Board>? exams = null) =>
        Rollup.Of(taxonomy ?? Taxonomy, exams ?? Exams, settings).ToDictionary(board => board.Name!.Value.English);

    public static BoardRow RowOf(this Board board, string model) => board.Rows.Single(row => row.Model == model);

    private static BoardRow First(double? accuracy, double? seconds, decimal? cost) => Row("first", accuracy, seconds, cost);

    private static BoardRow Second(double? accuracy, double? seconds, decimal? cost) => Row("second", accuracy, seconds, cost);
}
