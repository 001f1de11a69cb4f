namespace Jinbang.Runs.Sharing;

/// <summary>What one page says of a sitting's money and leases.</summary>
/// <param name="Run">The run that it was written in.</param>
/// <param name="Sitting">The sitting's key.</param>
internal sealed record Dues(string Run, string Sitting)
{
    /// <summary>Yuan billed, and yuan that may have been billed for nothing, by the model that was asked: a judge's are its own.</summary>
    public required IReadOnlyDictionary<string, decimal> Used { get; init; }

    /// <summary>Yuan that calls may cost that are open after it; null when that stays as it is.</summary>
    public decimal? Mark { get; init; }

    /// <summary>Leases of which every attempt is recorded with it.</summary>
    public IReadOnlyList<Lease> Ended { get; init; } = [];
}
