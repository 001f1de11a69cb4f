using Npgsql;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Jinbang.Cluster.Pacing;

/// <summary>The desk of an account, where it was first asked for. While silos are cut off from each other there can be two; the one that has the account in the database lets calls in, the other only listens.</summary>
/// <param name="incumbency">By which holder this silo decides.</param>
/// <param name="time">The clock.</param>
[Reentrant]
[PreferLocalPlacement]
internal sealed class AccountGrain(Incumbency incumbency, TimeProvider time) : Grain, IAccountGrain
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(0.25);

    private AccountDesk? desk;
    private AccountTenure? tenure;
    private Task? taking;

    /// <inheritdoc/>
    public async Task<Granted> ExchangeAsync(Told told, CancellationToken cancellationToken)
    {
        if (tenure is { IsOver: true })
        {
            (desk, tenure) = (null, null);
        }

        if (tenure is null)
        {
            await (taking ??= TakeAsync());
            taking = null;
        }

        var present = desk ??= new AccountDesk(told.Limits, time);
        var granted = await present.ExchangeAsync(told, Silence(present), cancellationToken);
        // An answer that does not come is given back; one that came too late would let another's calls in twice.
        return granted.Passes.Count == 0 || (desk == present && tenure is { MayGrant: true }) ? granted : throw new TimeoutException("The silo may give no leave at present.");
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (tenure is { IsOver: false })
        {
            await tenure.EndAsync(desk is { IsIdle: false }, cancellationToken);
        }
    }

    private TimeSpan Silence(AccountDesk desk) =>
        tenure is not { MayGrant: true } ? Retry
        : tenure.Askers is { } askers ? desk.SilenceFor(askers)
        : TimeSpan.Zero;

    private async Task TakeAsync()
    {
        try
        {
            tenure = await incumbency.TakeAsync(this.GetPrimaryKeyString(), default);
        }
        catch (NpgsqlException)
        {
            // The database is away; the next exchange tries again.
        }
    }
}
