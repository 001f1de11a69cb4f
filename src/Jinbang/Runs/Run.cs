using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>Asks every candidate every question of an exam that the ledger does not yet hold a reply to.</summary>
public sealed class Run
{
    private readonly IReadOnlyList<Seat> seats;
    private readonly Ledger ledger;
    private readonly RunSettings settings;

    private Run(Exam exam, IReadOnlyList<Seat> seats, Ledger ledger, RunSettings settings, Budget budget)
    {
        Exam = exam;
        Budget = budget;
        this.seats = seats;
        this.ledger = ledger;
        this.settings = settings;
    }

    /// <summary>The exam that is sat.</summary>
    public Exam Exam { get; }

    /// <summary>How far each model has come, in the order the candidates were given.</summary>
    public IReadOnlyList<ModelProgress> Progress => [.. seats.Select(seat => seat.Progress)];

    /// <summary>What may be spent and what has been.</summary>
    public Budget Budget { get; }

    /// <summary>Looks up what is missing, and counts what earlier runs spent on the same attempts. Nothing is asked yet.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="candidates">The models.</param>
    /// <param name="prompts">The wording of prompts.</param>
    /// <param name="ledger">Where replies are kept.</param>
    /// <param name="settings">How the run is carried out.</param>
    /// <param name="budget">What may be spent; several runs may share one, if all are prepared before the first asks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Two candidates have one name, or a budget is set and a price is unknown.</exception>
    public static async Task<Run> PrepareAsync(
        Exam exam, IReadOnlyList<Candidate> candidates, PromptTemplates prompts, Ledger ledger, RunSettings settings,
        Budget budget, TimeProvider time, CancellationToken cancellationToken)
    {
        RefuseTwins(candidates);
        RefuseUnknownPrices(candidates, settings, budget);
        var seats = candidates.Select(candidate => new Seat(exam, candidate, prompts, settings, time)).ToList();
        foreach (var seat in seats)
        {
            budget.Count(await seat.PrepareAsync(ledger, cancellationToken));
        }

        return new Run(exam, seats, ledger, settings, budget);
    }

    /// <summary>Asks what is missing. When cancelled, everything answered so far is in the ledger.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        foreach (var seat in seats)
        {
            await ledger.BeginAsync(seat.Sitting, settings.Repeats, settings.Edition, cancellationToken);
        }

        using var ledgerLife = new CancellationTokenSource();
        await using var journal = new Journal(ledger, ledgerLife.Token);
        await Task.WhenAll(seats.Select(seat => seat.WorkAsync(Budget, journal, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void RefuseTwins(IReadOnlyList<Candidate> candidates)
    {
        var twin = candidates.GroupBy(candidate => candidate.Examinee.Model.Name).FirstOrDefault(group => group.Count() > 1);
        if (twin is not null)
        {
            throw new BadInputException(new(
                $"Two models are named {twin.Key}. Give one of them another name.",
                $"有两个模型都叫 {twin.Key}。请给其中一个另起名字。"));
        }
    }

    private static void RefuseUnknownPrices(IReadOnlyList<Candidate> candidates, RunSettings settings, Budget budget)
    {
        var unpriced = candidates.Where(candidate => candidate.Rate is null).Select(candidate => candidate.Examinee.Model.Name);
        if (budget.Cap is not null && !settings.AllowUnknownPrice && unpriced.Any())
        {
            var names = string.Join(", ", unpriced);
            throw new BadInputException(new(
                $"A budget is set, but the price of {names} is unknown. Give a price, or allow it with --allow-unknown-price.",
                $"已设预算，但 {names} 的价格未知。请给出价格，或用 --allow-unknown-price 放行。"));
        }
    }
}
