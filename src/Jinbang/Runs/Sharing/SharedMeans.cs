using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Runs.Sharing;

/// <summary>The means of a process that works on a run beside others.</summary>
/// <param name="desk">Where it works.</param>
/// <param name="holder">Who works.</param>
/// <param name="pace">How fast models are asked, by all together.</param>
internal sealed class SharedMeans(SharedDesk desk, PostgresHolder holder, Pace pace) : Means
{
    private readonly Share share = new(holder.Number, desk.Run);

    /// <inheritdoc/>
    public override Pace Pace { get; } = pace;

    /// <inheritdoc/>
    internal override bool IsShared => true;

    /// <inheritdoc/>
    public override Fund FundOf(string model, decimal? cap) => cap is null ? new WholeFund(null) : desk.Purse(model);

    /// <inheritdoc/>
    internal override Backlog BacklogOf(Seat seat) => new LeasedBacklog(seat.Plan, seat.Sitting.Key, seat.Places, desk);

    /// <inheritdoc/>
    internal override ValueTask MayBeginAsync(CancellationToken cancellationToken) => desk.MayBeginAsync(cancellationToken);

    /// <inheritdoc/>
    internal override async Task WriteAsync(Ledger ledger, IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        if (await ((PostgresLedger)ledger).WriteAsync(share, pages, cancellationToken) is Presence.Late)
        {
            holder.Remove();
        }
    }
}
