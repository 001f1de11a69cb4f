using System.Collections.Frozen;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jinbang.Runs;

/// <summary>How a run is carried out.</summary>
public sealed record RunSettings
{
    /// <summary>Most questions that each model works on at once; null when that is to be found out.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How often each question is asked.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>How many questions of each exam are asked: the first ones of an order in which every beginning is a fair
    /// sample; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether kept replies to the very same request, of whatever exam, are used instead of paying again.</summary>
    public bool Reuse { get; init; } = true;

    /// <summary>A ledger that answers instead of models and judges, which are then not asked at all; null to ask them.</summary>
    public Ledger? Replay { get; init; }

    /// <summary>How to wait for batches, when questions are asked in batches; null when they are asked one by one.</summary>
    public BatchSettings? Batches { get; init; }

    /// <summary>Whether batches that earlier runs left behind are given up: what they may cost counts as spent, and their questions are asked again.</summary>
    public bool ForgetBatches { get; init; }

    /// <summary>Most yuan for all exams and models together, earlier runs of the same attempts included; null for no limit.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Most yuan for single models, by their names; a model's cap holds beside the common budget.</summary>
    public IReadOnlyDictionary<string, decimal> ModelBudgets { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>Whether a run whose plan is likely to exceed the budget is begun all the same, and stops when it is spent.</summary>
    public bool SpendUpToBudget { get; init; }

    /// <summary>Whether models without a known price may be asked although a budget is set.</summary>
    public bool AllowUnknownPrice { get; init; }

    /// <summary>The edition of the boards that the run is made for, or null.</summary>
    public string? Edition { get; init; }

    /// <summary>The judges that read what rules cannot, and give points to answers to open questions; names differ.</summary>
    public IReadOnlyList<Candidate> Judges { get; init; } = [];

    /// <summary>Replies of each exam that rules read and judges are to read too, for comparison.</summary>
    public int JudgeSample { get; init; }

    /// <summary>Where events of the run are told of.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>How failed calls are repeated.</summary>
    public RetrySettings Retries { get; init; } = RetrySettings.Default;

    /// <summary>How long writing is tried again when the ledger cannot be written, such as on a full disk. Nothing is asked meanwhile.</summary>
    public TimeSpan LedgerPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How the pace is found where nobody says it.</summary>
    public PaceSettings Pace { get; init; } = new();

    /// <summary>Attempts in a row that end without a reply after which a model is left alone.</summary>
    public int GiveUpAfter { get; init; } = 8;
}
