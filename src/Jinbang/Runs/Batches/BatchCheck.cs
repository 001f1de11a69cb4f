using System.Globalization;

namespace Jinbang.Runs.Batches;

/// <summary>Compares the most that batches can cost with what may be spent.</summary>
public static class BatchCheck
{
    /// <summary>What does not fit, and what to do about it; null when all fits. Nothing is asked.</summary>
    /// <param name="runs">The runs, prepared.</param>
    /// <param name="ledger">Whose replies may be used again.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Phrase?> ExcessAsync(IReadOnlyList<Run> runs, Ledger ledger, CancellationToken cancellationToken)
    {
        var worst = new Dictionary<string, decimal>();
        foreach (var seat in runs.SelectMany(run => run.Seats))
        {
            var name = seat.Sitting.Model.Name;
            worst[name] = worst.GetValueOrDefault(name) + await seat.WorstCaseAsync(ledger, cancellationToken);
        }

        var budget = runs[0].Budget;
        if (worst.Values.Sum() is var all && all > budget.Left)
        {
            return Sentence(new("The batches", "全部批次"), all, budget.Left.Value, "--budget");
        }

        var model = worst.Keys.FirstOrDefault(model => worst[model] > budget.Of(model).Left);
        return model is null ? null : Sentence(new($"{model}'s batches", $"{model} 的批次"), worst[model], budget.Of(model).Left!.Value, $"--model-budget {model}=YUAN");
    }

    private static Phrase Sentence(Phrase what, decimal worst, decimal left, string option) => new(
        $"{what.English} could cost up to ¥{Figure(worst)}, which is set aside before anything is handed over, but only ¥{Figure(left)} of the budget is left. "
        + $"Raise it ({option}), ask less, lower max-output-tokens in jinbang.yaml, or hand over only what fits with --spend-up-to-budget.",
        $"{what.Chinese}最多可能花费 {Figure(worst)} 元，提交前须全额预留，而预算只剩 {Figure(left)} 元。"
        + $"请提高预算（{option}）、少问一些、在 jinbang.yaml 中调低 max-output-tokens，或用 --spend-up-to-budget 只提交放得下的部分。");

    private static string Figure(decimal yuan) => yuan.ToString("0.00##", CultureInfo.InvariantCulture);
}
