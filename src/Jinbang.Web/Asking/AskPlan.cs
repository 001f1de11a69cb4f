namespace Jinbang.Web.Asking;

/// <summary>What asking can cost.</summary>
/// <param name="Models">The most yuan of each model; null when its price is unknown.</param>
/// <param name="Total">The most yuan of those together whose price is known.</param>
/// <param name="Cap">The most that it may be.</param>
/// <param name="Refusal">Why it is not asked; null when it may be.</param>
public sealed record AskPlan(IReadOnlyList<(string Name, decimal? Worst)> Models, decimal Total, decimal Cap, Phrase? Refusal)
{
    /// <summary>What a plan can cost.</summary>
    public static AskPlan Of(PlannedAsk planned) =>
        new([.. planned.Candidates.Select(candidate => candidate.Examinee.Model.Name).Zip(planned.Worst)], planned.WorstTotal, planned.Order.Cap, planned.Refusal);
}
