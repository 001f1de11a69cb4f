using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>Asks every candidate every question of an exam that the ledger does not yet hold a reply to.</summary>
public sealed class Run
{
    private readonly IReadOnlyList<Seat> seats;
    private readonly Ledger ledger;
    private readonly RunSettings settings;
    private readonly Budget budget;

    private Run(IReadOnlyList<Seat> seats, Ledger ledger, RunSettings settings, Budget budget)
    {
        this.seats = seats;
        this.ledger = ledger;
        this.settings = settings;
        this.budget = budget;
    }

    /// <summary>How far each model has come, in the order the candidates were given.</summary>
    public IReadOnlyList<ModelProgress> Progress => [.. seats.Select(seat => seat.Progress)];

    /// <summary>What may be spent and what has been.</summary>
    public Budget Budget => budget;

    /// <summary>Looks up what is missing. Nothing is asked yet.</summary>
    /// <exception cref="BadInputException">Two candidates have one name, or a budget is set and a price is unknown.</exception>
    public static async Task<Run> PrepareAsync(
        Exam exam, IReadOnlyList<Candidate> candidates, PromptTemplates prompts, Ledger ledger, RunSettings settings,
        TimeProvider time, CancellationToken cancellationToken)
    {
        RefuseTwins(candidates);
        RefuseUnknownPrices(candidates, settings);
        var seats = candidates.Select(candidate => new Seat(exam, candidate, prompts, settings, time)).ToList();
        decimal spent = 0;
        foreach (var seat in seats)
        {
            spent += await seat.PrepareAsync(ledger, cancellationToken);
        }

        return new Run(seats, ledger, settings, new Budget(settings.Budget, spent));
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
        await Task.WhenAll(seats.Select(seat => seat.WorkAsync(budget, journal, cancellationToken)));
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

    private static void RefuseUnknownPrices(IReadOnlyList<Candidate> candidates, RunSettings settings)
    {
        var unpriced = candidates.Where(candidate => candidate.Rate is null).Select(candidate => candidate.Examinee.Model.Name);
        if (settings.Budget is not null && !settings.AllowUnknownPrice && unpriced.Any())
        {
            var names = string.Join(", ", unpriced);
            throw new BadInputException(new(
                $"A budget is set, but the price of {names} is unknown. Give a price, or allow it with --allow-unknown-price.",
                $"已设预算，但 {names} 的价格未知。请给出价格，或用 --allow-unknown-price 放行。"));
        }
    }
}
