using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>A holder at work on one run.</summary>
internal sealed class SharedHolder : Holder, IDisposable
{
    private readonly PostgresHolder holder;
    private readonly PostgresLedger ledger;
    private readonly Share share;
    private readonly Convoy convoy;

    /// <param name="holder">The process.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="run">The run.</param>
    public SharedHolder(PostgresHolder holder, PostgresLedger ledger, string run)
    {
        (this.holder, this.ledger, share) = (holder, ledger, new Share(holder.Number, run));
        convoy = new Convoy(WriteTogetherAsync);
    }

    /// <inheritdoc/>
    public override CancellationToken Removed => holder.Removed;

    /// <inheritdoc/>
    public override ValueTask AdmitAsync(CancellationToken cancellationToken) => holder.AdmitAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken) => convoy.WriteAsync(pages, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => convoy.Dispose();

    private async Task WriteTogetherAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        if (await ledger.WriteAsync(share, pages, cancellationToken) == Presence.Late)
        {
            holder.Remove();
        }
    }
}
