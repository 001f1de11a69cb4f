namespace Jinbang.Exams;

/// <summary>An exam's rule for questions with several right options.</summary>
/// <param name="Kind">The kind of rule.</param>
/// <param name="Share">Points (0 to 1) that a proper subset earns under <see cref="CreditKind.Subset"/>.</param>
public sealed record CreditRule(CreditKind Kind, decimal Share = 0.5m)
{
    /// <summary>All or nothing.</summary>
    public static CreditRule Exact { get; } = new(CreditKind.Exact);
}
