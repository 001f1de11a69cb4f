using Jinbang.Runs.Pacing;

namespace Jinbang.Runs;

/// <summary>The means of a process that nobody else works beside.</summary>
/// <param name="pace">How fast models are asked; the same for all runs of the process that go on at once.</param>
public sealed class OwnMeans(Pace pace) : Means
{
    /// <inheritdoc/>
    public override Pace Pace { get; } = pace;

    /// <inheritdoc/>
    public override Holder HolderOf(Ledger ledger) => new SoleHolder(ledger);

    /// <inheritdoc/>
    public override Fund FundOf(string model, decimal? cap) => new WholeFund(cap);

    /// <inheritdoc/>
    internal override Backlog BacklogOf(Seat seat) => new WholeBacklog(seat.Plan, seat.Inventory);

    /// <inheritdoc/>
    internal override Task DoOnceAsync(string what, Func<Task> work, CancellationToken cancellationToken) => work();

    /// <inheritdoc/>
    internal override Task<T> DoAloneAsync<T>(string key, Func<Task<T>> work, CancellationToken cancellationToken) => work();
}
