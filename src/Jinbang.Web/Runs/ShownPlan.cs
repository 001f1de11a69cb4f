namespace Jinbang.Web.Runs;

/// <summary>What is kept of a plan that somebody was shown.</summary>
/// <param name="Grounds">What it rested on.</param>
/// <param name="At">When it was made.</param>
/// <param name="LikelyYuan">What the order is likely to cost.</param>
/// <param name="Refusal">Why the order is refused; null when it is not.</param>
internal sealed record ShownPlan(PlanGrounds Grounds, DateTimeOffset At, double LikelyYuan, Phrase? Refusal)
{
    // Replies to other exams, from which lengths are foretold, are not among its grounds.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>What is kept of a plan.</summary>
    public static ShownPlan Of(OrderPlan plan, PlanGrounds grounds, DateTimeOffset at) =>
        new(grounds, at, plan.Plan.Yuan.Likely, plan.IsRefused ? plan.Excess : null);

    /// <summary>Whether planning anew would say the same.</summary>
    /// <param name="grounds">What a plan would rest on now.</param>
    /// <param name="now">The time.</param>
    public bool Holds(PlanGrounds grounds, DateTimeOffset now) => Grounds == grounds && now - At < Fresh;
}
