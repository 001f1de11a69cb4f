using Jinbang.Runs;

namespace Jinbang.Workspaces.Orders;

/// <summary>What a parcel says of how its runs are carried out.</summary>
internal sealed record OrderedRun
{
    public int Repeats { get; init; }

    public int? Limit { get; init; }

    public int? Concurrency { get; init; }

    public bool Reuse { get; init; }

    public decimal? Budget { get; init; }

    public required IReadOnlyDictionary<string, decimal> ModelBudgets { get; init; }

    public bool AllowUnknownPrice { get; init; }

    public string? Edition { get; init; }

    public int JudgeSample { get; init; }

    public required RetrySettings Retries { get; init; }

    public int GiveUpAfter { get; init; }

    public static OrderedRun Of(RunSettings run) => new()
    {
        Repeats = run.Repeats,
        Limit = run.Limit,
        Concurrency = run.Concurrency,
        Reuse = run.Reuse,
        Budget = run.Budget,
        ModelBudgets = run.ModelBudgets,
        AllowUnknownPrice = run.AllowUnknownPrice,
        Edition = run.Edition,
        JudgeSample = run.JudgeSample,
        Retries = run.Retries,
        GiveUpAfter = run.GiveUpAfter,
    };

    /// <summary>The settings of a run whose plan was looked at before it was ordered.</summary>
    public RunSettings Settings() => new()
    {
        Repeats = Repeats,
        Limit = Limit,
        Concurrency = Concurrency,
        Reuse = Reuse,
        Budget = Budget,
        ModelBudgets = ModelBudgets,
        SpendUpToBudget = true,
        AllowUnknownPrice = AllowUnknownPrice,
        Edition = Edition,
        JudgeSample = JudgeSample,
        Retries = Retries,
        GiveUpAfter = GiveUpAfter,
    };
}
