using Jinbang.Models;

namespace Jinbang.Runs.Prices;

/// <summary>Computes recorded costs anew from the tokens that were kept; nobody is asked.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="isTrial">Whether to leave the ledger as it is.</param>
/// <param name="evenTold">Whether to compute also what providers told.</param>
public sealed class Repricing(Ledger ledger, bool isTrial, bool evenTold)
{
    private readonly Dictionary<(string Model, bool IsJudge), CostMove> moves = [];

    /// <summary>Computes the costs of all calls anew.</summary>
    /// <param name="priceOf">The price of a model by its name and provider, or null when unknown; of judges the provider is not known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One move a model, and one a judge.</returns>
    public async Task<IReadOnlyList<CostMove>> RunAsync(Func<string, string?, Rate?> priceOf, CancellationToken cancellationToken)
    {
        foreach (var sitting in await ledger.PastSittingsAsync(null, cancellationToken))
        {
            var rate = priceOf(sitting.Model, sitting.Provider);
            await ledger.RepriceAsync(sitting.Key, call => Priced(call, (sitting.Model, false), rate), isTrial, cancellationToken);
        }

        foreach (var judge in await ledger.JudgesAsync(cancellationToken))
        {
            var rate = priceOf(judge, null);
            await ledger.RepriceJudgeAsync(judge, call => Priced(call, (judge, true), rate), isTrial, cancellationToken);
        }

        return [.. moves.OrderBy(move => move.Key.IsJudge).ThenBy(move => move.Key.Model, StringComparer.Ordinal).Select(move => move.Value)];
    }

    private CallCost Priced(CallCost before, (string Model, bool IsJudge) whose, Rate? list)
    {
        var rate = before.By is { } mark && CostMark.ShareOf(mark) is < 1 and var share ? list?.InBatch(share) : list;
        var move = moves.GetValueOrDefault(whose) ?? new CostMove(whose.Model, whose.IsJudge);
        move = move with { By = list?.Mark };
        if (before.IsTold && !evenTold)
        {
            return Keep(move with { Told = move.Told + 1 });
        }

        if (before.Usage is not { } usage || rate is null)
        {
            return Keep(move with { Unknown = move.Unknown + 1 });
        }

        var after = before with { Yuan = rate.Of(usage), By = rate.Mark };
        moves[whose] = (after == before ? move with { Same = move.Same + 1 } : move with { Changed = move.Changed + 1 }).With(before, after);
        return after;

        CallCost Keep(CostMove kept)
        {
            moves[whose] = kept.With(before, before);
            return before;
        }
    }
}
