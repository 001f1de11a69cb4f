namespace Jinbang.Grading.Repeats;

/// <summary>What asking each question several times has shown of a model. Means over questions go by their weights.</summary>
/// <param name="Planned">How often each question is asked.</param>
/// <param name="Pass">For growing k, how often at least one of k replies is right.</param>
public sealed record RepeatReport(int Planned, IReadOnlyList<PassRate> Pass)
{
    /// <summary>Points that the commonest answer of each question earns, 0 to 1; null where no question has answers to compare.</summary>
    public double? Majority { get; init; }

    /// <summary>Mean over questions of the sample variance of points; null while no question has two graded replies.</summary>
    public double? Variance { get; init; }

    /// <summary>Share of questions whose replies do not all earn the same; null while no question has two graded replies.</summary>
    public double? Unsteady { get; init; }

    /// <summary>How far whole runs lie apart; null unless two of them are complete.</summary>
    public RunSpread? Spread { get; init; }

    /// <summary>Questions with some graded replies, but fewer than planned; each counts with those it has.</summary>
    public int Short { get; init; }
}
