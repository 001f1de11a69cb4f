using Jinbang.Runs;

namespace Jinbang.Web.Runs;

/// <summary>An order with what is being done about it; safe to look at from any thread.</summary>
/// <param name="kept">The order as it is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class ActiveOrder(KeptOrder kept, TimeProvider time)
{
    private readonly FaultCounts faults = new();
    private RateGauge gauge = new(time);
    private IReadOnlyList<Run> runs = [];

    /// <summary>Held by who changes the order.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The order as it is kept.</summary>
    public KeptOrder Kept { get; set; } = kept;

    /// <summary>What is being done, and was.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled so that nothing more is asked.</summary>
    public CancellationTokenSource Drain { get; set; } = new();

    /// <summary>What it waits for before it is carried out; null when it does not wait.</summary>
    public Phrase? WaitsFor { get; set; }

    /// <summary>Whether something is under way, be it that calls are finished after a pause.</summary>
    public bool IsAtWork => !Work.IsCompleted;

    /// <summary>Where events of its runs are told of.</summary>
    public ILogger Log => faults;

    /// <summary>How far it has come; null when that is not known yet.</summary>
    public RunView? View => runs is { Count: > 0 } asked ? Of(asked) : Kept.Last;

    /// <summary>Shows runs while they go on.</summary>
    public void Show(IReadOnlyList<Run> prepared)
    {
        (gauge, runs, WaitsFor) = (new(time), prepared, null);
        Note();
    }

    /// <summary>Notes how far it has come, for the rate.</summary>
    public void Note()
    {
        var sums = runs.SelectMany(run => run.Progress).Select(progress => progress.Read(sums => (sums.Asked, Replied: sums.Asked - sums.Failed, sums.MeanTokens))).ToList();
        gauge.Note(sums.Sum(one => one.Asked), sums.All(one => one.Replied == 0 || one.MeanTokens is not null) ? sums.Sum(one => one.Replied * (one.MeanTokens ?? 0)) : null);
    }

    /// <summary>Ends the showing; what was shown last stays in <see cref="KeptOrder.Last"/>.</summary>
    public void Rest() => (runs, WaitsFor) = ([], null);

    private RunView Of(IReadOnlyList<Run> asked)
    {
        var models = asked.Zip(Kept.Order.Exams).SelectMany(sat => sat.First.Progress.Select(progress =>
            ModelView.Of(sat.Second, sat.First, progress, faults.Of(progress.Model.Name)))).ToList();
        var (perMinute, tokens) = gauge.Read();
        var missing = models.Where(model => model.Stopped is null).Sum(model => model.Planned - model.Asked);
        return new RunView(models, BudgetView.Of(asked[0].Budget, Kept.Order.Budget, Kept.SpentBefore))
        {
            PerMinute = perMinute,
            TokensPerSecond = tokens,
            SecondsLeft = perMinute > 0 ? missing / perMinute * 60 : null,
            Trouble = asked.Select(run => run.Trouble).FirstOrDefault(trouble => trouble is not null),
        };
    }
}
