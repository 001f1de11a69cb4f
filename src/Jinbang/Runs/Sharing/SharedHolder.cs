using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>A holder at work on one run.</summary>
/// <param name="holder">The process.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="run">The run.</param>
internal sealed class SharedHolder(PostgresHolder holder, PostgresLedger ledger, string run) : Holder
{
    private readonly Share share = new(holder.Number, run);

    /// <inheritdoc/>
    public override CancellationToken Removed => holder.Removed;

    /// <inheritdoc/>
    public override ValueTask AdmitAsync(CancellationToken cancellationToken) => holder.AdmitAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        if (await ledger.WriteAsync(share, pages, cancellationToken) == Presence.Late)
        {
            holder.Remove();
        }
    }
}
