using System.Text.Json.Serialization;
using Jinbang.Grading.Repeats;
using Jinbang.Models;

namespace Jinbang.Boards.Formats;

internal sealed record JsonRow(
    int Rank,
    string Model,
    string? Host,
    bool IsNew,
    string House,
    string? Openness,
    double? Accuracy,
    double? AccuracyLow,
    double? AccuracyHigh,
    double? Seconds,
    double? Tokens,
    decimal? CostPerThousand,
    Price? Price,
    Coverage? Coverage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RepeatReport? Repeats);
