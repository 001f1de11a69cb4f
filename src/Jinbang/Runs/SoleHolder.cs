namespace Jinbang.Runs;

/// <summary>The process that has a ledger to itself: nobody can take it for dead.</summary>
/// <param name="ledger">The ledger.</param>
internal sealed class SoleHolder(Ledger ledger) : Holder
{
    /// <inheritdoc/>
    public override CancellationToken Removed => default;

    /// <inheritdoc/>
    public override ValueTask AdmitAsync(CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public override Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken) => ledger.WriteAsync(pages, cancellationToken);
}
