namespace Jinbang.Runs;

/// <summary>The fund of a budget that nobody else spends from: all of it, at once.</summary>
/// <param name="cap">Most yuan; null for no limit.</param>
public sealed class WholeFund(decimal? cap) : Fund
{
    /// <inheritdoc/>
    public override decimal? AtOnce { get; } = cap;

    /// <inheritdoc/>
    public override ValueTask<decimal?> DrawAsync(decimal needed, decimal call, CancellationToken cancellationToken) => default;
}
