namespace Jinbang.Runs;

/// <summary>Yuan of a sitting that may have been billed and belong to no reply.</summary>
/// <param name="Lost">For calls that failed, or whose end is unknown since an earlier run was killed.</param>
/// <param name="Outstanding">Set aside for calls under way; of a sitting that nobody works on, calls whose end is unknown.</param>
public sealed record UnknownSpending(decimal Lost, decimal Outstanding)
{
    /// <summary>Nothing.</summary>
    public static UnknownSpending None { get; } = new(0, 0);
}
