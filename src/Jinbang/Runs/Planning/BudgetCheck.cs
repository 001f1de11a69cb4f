using System.Globalization;

namespace Jinbang.Runs.Planning;

/// <summary>Compares a plan with what may be spent.</summary>
public static class BudgetCheck
{
    /// <summary>What the plan is likely to exceed; null when it fits.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="budget">What may be spent, with what earlier runs spent already counted.</param>
    public static BudgetExcess? Excess(RunPlan plan, Budget budget)
    {
        if (budget.Left is { } left && Exceeds(plan.Yuan, left))
        {
            return Sentence(new("The plan", "本次计划"), plan.Yuan, budget.Cap!.Value, left, "--budget");
        }

        var model = budget.ModelCaps.Keys.FirstOrDefault(model => Exceeds(plan.YuanOf(model), budget.Of(model).Left!.Value));
        return model is null
            ? null
            : Sentence(new($"{model}'s part", $"{model} "), plan.YuanOf(model), budget.ModelCaps[model], budget.Of(model).Left!.Value, $"--model-budget {model}=YUAN");
    }

    private static bool Exceeds(Estimate yuan, decimal left) => yuan.Likely > (double)left;

    private static BudgetExcess Sentence(Phrase what, Estimate yuan, decimal cap, decimal left, string option)
    {
        var (likely, low, high) = (Figure(yuan.Likely), Figure(yuan.Low), Figure(yuan.High));
        return new(
            new(
                $"{what.English} is likely to cost ¥{likely} (¥{low} to ¥{high}), but of the budget of ¥{Figure((double)cap)} only ¥{Figure((double)left)} is left.",
                $"{what.Chinese}预计花费 {likely} 元（{low} 至 {high} 元），而 {Figure((double)cap)} 元的预算只剩 {Figure((double)left)} 元。"),
            option);
    }

    private static string Figure(double yuan) => yuan.ToString(yuan < 0.1 ? "0.00##" : "0.00", CultureInfo.InvariantCulture);
}
