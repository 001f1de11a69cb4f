using Jinbang.Runs.Pacing;

namespace Jinbang.Runs.Sharing;

/// <summary>The means of a process that works on a run beside others.</summary>
/// <param name="desk">Where it works.</param>
/// <param name="pace">How fast models are asked, by all together.</param>
internal sealed class SharedMeans(SharedDesk desk, Pace pace) : Means
{
    /// <inheritdoc/>
    public override Pace Pace { get; } = pace;

    /// <inheritdoc/>
    internal override bool IsShared => true;

    /// <inheritdoc/>
    public override Holder HolderOf(Ledger ledger) => desk;

    /// <inheritdoc/>
    public override Fund FundOf(string model, decimal? cap) => cap is null ? new WholeFund(null) : desk.Purse(model);

    /// <inheritdoc/>
    internal override Backlog BacklogOf(Seat seat) => new LeasedBacklog(seat.Plan, seat.Sitting.Key, seat.Places, desk);
}
