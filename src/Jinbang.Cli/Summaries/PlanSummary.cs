using Jinbang.Runs;
using Jinbang.Runs.Planning;

namespace Jinbang.Cli.Summaries;

/// <summary>What a run would take.</summary>
/// <param name="Yuan">Of all models and judges whose price is known.</param>
/// <param name="Unpriced">Those whose price is unknown.</param>
/// <param name="Minutes">Of all whose time is known, the models of an exam at once.</param>
/// <param name="Budget">What may be spent.</param>
/// <param name="Models">One line for each model and judge over all exams.</param>
/// <param name="Lines">One line for each model and judge of each exam.</param>
internal sealed record PlanSummary(
    Estimate Yuan, IReadOnlyList<string> Unpriced, Estimate Minutes, PlannedBudget Budget, IReadOnlyList<PlanLine> Models, IReadOnlyList<PlanLine> Lines)
{
    public static PlanSummary Of(RunPlan plan, Budget budget, RunSettings settings) =>
        new(plan.Yuan, plan.Unpriced, plan.Minutes, PlannedBudget.Of(plan, budget, settings), plan.ByModel, plan.Lines);
}
