using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Statistics;

namespace Jinbang.Web.Runs;

/// <summary>How far one model has come in one exam.</summary>
/// <param name="Exam">The name of the exam's entry.</param>
/// <param name="Title">The exam's title.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Planned">Attempts that a full examination makes.</param>
/// <param name="Asked">Attempts that have ended, earlier ones included.</param>
/// <param name="Graded">Those with a graded reply.</param>
/// <param name="Failed">Those without a reply.</param>
public sealed record ModelView(string Exam, string Title, string Model, int Planned, int Asked, int Graded, int Failed)
{
    private const double Level = 0.95;

    /// <summary>Of the attempts, those answered by replies that were kept already.</summary>
    public int Reused { get; init; }

    /// <summary>Calls repeated after faults.</summary>
    public int Retries { get; init; }

    /// <summary>Accuracy so far, 0 to 1; null before the first.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The lower end of its 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end.</summary>
    public double? High { get; init; }

    /// <summary>Yuan of its replies; null when one is unknown.</summary>
    public decimal? Yuan { get; init; }

    /// <summary>Its pace; null when it is not asked.</summary>
    public PaceView? Pace { get; init; }

    /// <summary>Faults of its calls so far, since the order was last begun.</summary>
    public IReadOnlyDictionary<FaultKind, int> Faults { get; init; } = new Dictionary<FaultKind, int>();

    /// <summary>Why it is asked nothing more although attempts are missing; null while all is well.</summary>
    public Phrase? Stopped { get; init; }

    /// <summary>What the last attempt without a reply ended with; null when there was none.</summary>
    public string? LastError { get; init; }

    /// <summary>How far a model of a run has come.</summary>
    /// <param name="exam">The name of the exam's entry.</param>
    /// <param name="run">The run.</param>
    /// <param name="progress">The model's progress in it.</param>
    /// <param name="faults">The faults of its calls.</param>
    public static ModelView Of(string exam, Run run, ModelProgress progress, IReadOnlyDictionary<FaultKind, int> faults) => progress.Read(sums =>
    {
        var interval = sums is { Graded: > 0, Accuracy: { } share } ? Estimate.OfCount(share * sums.Graded, sums.Graded).Interval(Level) : (Interval?)null;
        return new ModelView(exam, run.Exam.Title, progress.Model.Name, progress.Planned, sums.Asked, sums.Graded, sums.Failed)
        {
            Reused = progress.ReusedNow,
            Retries = sums.Retries,
            Accuracy = sums.Accuracy,
            Low = interval?.Low,
            High = interval?.High,
            Yuan = sums.IsCostKnown ? sums.KnownCost : null,
            Pace = run.Pace.Look(progress.Model),
            Faults = faults,
            Stopped = progress.Stopped,
            LastError = progress.LastError,
        };
    });
}
