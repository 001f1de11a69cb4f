using Jinbang.Grading.Repeats;
using Jinbang.Grading.Sheets;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>What one model has achieved on one exam.</summary>
/// <param name="Model">The model.</param>
/// <param name="Tally">The sums of its graded replies.</param>
/// <param name="Planned">Attempts that a full examination makes.</param>
/// <param name="FirstEdition">The edition in which it was first seen on this exam, or null.</param>
public sealed record Standing(Model Model, Tally Tally, int Planned, string? FirstEdition)
{
    /// <summary>What repeats have shown; null when each question is asked once.</summary>
    public RepeatTally? Repeats { get; init; }

    /// <summary>Its results question by question; null when they were not read.</summary>
    public ScoreSheet? Sheet { get; init; }

    /// <summary>Identifies the model with its settings, under the wording that it was asked in; null when that was not looked at.</summary>
    public string? Sitting { get; init; }

    /// <summary>Identifies the questions it was asked, as they were worded; null when that was not looked at.</summary>
    public string? ExamVersion { get; init; }
}
