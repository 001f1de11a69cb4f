using System.Text.Json.Serialization;
using Jinbang.Boards.Rollups;
using Jinbang.Grading.Repeats;
using Jinbang.Models;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Formats;

internal sealed record JsonRow(
    int? Rank,
    RankSpan? Tied,
    RankSpan? LikelyRank,
    RankSpan? ProvenRank,
    double? BestChance,
    string Model,
    string? Host,
    bool IsNew,
    string House,
    string? Openness,
    string State,
    double? Accuracy,
    double? AccuracyLow,
    double? AccuracyHigh,
    double? Seconds,
    Timing? Timing,
    double? Tokens,
    decimal? CostPerThousand,
    Price? Price,
    Coverage? Coverage,
    string? ExamVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PublishedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExamCount? Exams,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StableRank? Stability,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<JsonPart>? Parts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RepeatReport? Repeats);
