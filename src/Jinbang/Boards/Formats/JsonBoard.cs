using System.Text.Json.Serialization;
using Jinbang.Grading.Judges;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Formats;

/// <summary>What <see cref="JsonFormat"/> writes, in this order; a change that readers would notice raises the schema.</summary>
internal sealed record JsonBoard(
    int Schema,
    string Title,
    string FileName,
    string Language,
    string? Edition,
    int? Questions,
    string? ExamVersion,
    double? ChanceLevel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Separation? Separation,
    IReadOnlyList<JsonNote> Notes,
    IReadOnlyList<JsonRow> Rows,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JudgingReport? Judging);
