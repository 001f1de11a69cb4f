using Jinbang.Models;

namespace Jinbang.Runs.Prices;

/// <summary>What a recorded call cost, and by whom.</summary>
/// <param name="Usage">Its tokens; null when not told.</param>
/// <param name="Yuan">Its cost; null when unknown.</param>
/// <param name="By">Who told the cost (<see cref="CostMark"/>); null when unknown.</param>
public readonly record struct CallCost(TokenUsage? Usage, decimal? Yuan, string? By)
{
    /// <summary>Whether the provider told the cost.</summary>
    public bool IsTold => By is not null && CostMark.IsTold(By);
}
