using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jinbang.Boards.Comparisons;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Items;
using Jinbang.Exams.Decisions;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers.Copies;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Planning;
using Jinbang.Workspaces;

namespace Jinbang.Cli.Summaries;

/// <summary>Writes summaries as JSON.</summary>
[JsonSerializable(typeof(DoctorSummary))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(ModelSummary))]
[JsonSerializable(typeof(ProviderSummary))]
[JsonSerializable(typeof(GradeSummary))]
[JsonSerializable(typeof(RegradeSummary))]
[JsonSerializable(typeof(PlanSummary))]
[JsonSerializable(typeof(RepriceSummary))]
[JsonSerializable(typeof(MarkSummary))]
[JsonSerializable(typeof(EditionSummary))]
[JsonSerializable(typeof(EditionDiff))]
[JsonSerializable(typeof(ComparisonReport))]
[JsonSerializable(typeof(ItemReport))]
[JsonSerializable(typeof(IReadOnlyList<KeyDecision>))]
[JsonSerializable(typeof(IReadOnlyList<CopiedTable>))]
internal sealed partial class SummaryJson : JsonSerializerContext
{
    private static readonly SummaryJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ReadingKind>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Basis>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Thinking>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Openness>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ThinkingHabit>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Modality>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ModelLimit>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<KeyState>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<FlipCause>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<MarkState>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<EditionKind>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<BoardFate>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<RowCause>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Preference>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ItemConcern>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<DecisionKind>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Language>(JsonNamingPolicy.SnakeCaseLower),
        },
    });

    private static readonly SummaryJson Short = new(new JsonSerializerOptions(Readable.Options) { WriteIndented = false });

    public static string Write(DoctorSummary summary) => JsonSerializer.Serialize(summary, Readable.DoctorSummary);

    public static string Write(ProviderSummary summary) => JsonSerializer.Serialize(summary, Readable.ProviderSummary);

    public static string Write(ModelSummary summary) => JsonSerializer.Serialize(summary, Readable.ModelSummary);

    public static string Write(ModelCard card) => JsonSerializer.Serialize(card, Readable.ModelCard);

    public static string Write(GradeSummary summary) => JsonSerializer.Serialize(summary, Readable.GradeSummary);

    public static string Write(RegradeSummary summary) => JsonSerializer.Serialize(summary, Readable.RegradeSummary);

    public static string Write(PlanSummary summary) => JsonSerializer.Serialize(summary, Readable.PlanSummary);

    public static string Write(ComparisonReport report) => JsonSerializer.Serialize(report, Readable.ComparisonReport);

    /// <summary>One line without a break.</summary>
    public static string WriteLine(DifferingQuestion question) => JsonSerializer.Serialize(question, Short.DifferingQuestion);

    public static string Write(ItemReport report) => JsonSerializer.Serialize(report, Readable.ItemReport);

    public static string Write(IReadOnlyList<KeyDecision> decisions) => JsonSerializer.Serialize(decisions, Readable.IReadOnlyListKeyDecision);

    public static string Write(IReadOnlyList<CopiedTable> tables) => JsonSerializer.Serialize(tables, Readable.IReadOnlyListCopiedTable);

    public static string Write(RepriceSummary summary) => JsonSerializer.Serialize(summary, Readable.RepriceSummary);

    public static string Write(MarkSummary summary) => JsonSerializer.Serialize(summary, Readable.MarkSummary);

    public static string Write(EditionSummary summary) => JsonSerializer.Serialize(summary, Readable.EditionSummary);

    public static string Write(EditionDiff diff) => JsonSerializer.Serialize(diff, Readable.EditionDiff);
}
