using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Workspaces.Orders;

/// <summary>What a parcel says beside its files.</summary>
internal sealed record OrderSheet
{
    public required IReadOnlyList<WorkspaceModel> Models { get; init; }

    public required IReadOnlyList<WorkspaceModel> Judges { get; init; }

    /// <summary>The exams' files within the parcel.</summary>
    public required IReadOnlyList<string> Exams { get; init; }

    public string? Catalogue { get; init; }

    public string? Fx { get; init; }

    public string? Prompts { get; init; }

    public Language? Language { get; init; }

    public bool LeavesOutBad { get; init; }

    public AnswerBy AnswerBy { get; init; }

    public required IReadOnlyDictionary<string, PaceLimits> Limits { get; init; }

    public TimeLimits? Timeouts { get; init; }

    public required OrderedRun Run { get; init; }
}
