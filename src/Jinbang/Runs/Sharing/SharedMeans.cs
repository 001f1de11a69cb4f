using System.Collections.Concurrent;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Runs.Sharing;

/// <summary>The means of a holder of a run that many work on.</summary>
internal sealed class SharedMeans : Means, IAsyncDisposable
{
    private const int LeastInHand = 4;

    private readonly PostgresHolder holder;
    private readonly PostgresLedger ledger;
    private readonly string run;
    private readonly int? limit;
    private readonly TimeProvider time;
    private readonly SharedRuns runs;
    private readonly Leases leases;
    private readonly Claims claims;
    private readonly Lookout lookout;
    private readonly SharedHolder sharing;
    private readonly ConcurrentDictionary<string, PurseFund> funds = new();
    private readonly ConcurrentDictionary<Way, Turns> turns = new();
    private readonly ConcurrentBag<LeasedBacklog> backlogs = [];

    /// <param name="holder">The process.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="run">The run, which was placed.</param>
    /// <param name="pace">How fast models are asked.</param>
    /// <param name="limit">How many questions are asked; null for all.</param>
    /// <param name="time">The clock.</param>
    public SharedMeans(PostgresHolder holder, PostgresLedger ledger, string run, Pace pace, int? limit, TimeProvider time)
    {
        (this.holder, this.ledger, this.run, Pace, this.limit, this.time) = (holder, ledger, run, pace, limit, time);
        (runs, leases, claims) = (new SharedRuns(ledger.Source), new Leases(ledger.Source, holder.Number), new Claims(ledger.Source, holder.Number));
        (lookout, sharing) = (new Lookout(leases, runs), new SharedHolder(holder, ledger, run));
    }

    /// <inheritdoc/>
    public override Pace Pace { get; }

    /// <inheritdoc/>
    internal override bool ArePlaced => true;

    /// <inheritdoc/>
    public override Holder HolderOf(Ledger _) => sharing;

    /// <inheritdoc/>
    public override Fund FundOf(string model, decimal? cap) => cap is null
        ? new WholeFund(null)
        : funds.GetOrAdd(model, name => new PurseFund(new Purse(ledger.Source, run, name, holder.Number), time));

    /// <summary>Gives back what others lack, and looks for what can be taken again, until it is cancelled.</summary>
    public async Task HeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                Glances.RepeatAsync(() => GiveBackAsync(cancellationToken), time, cancellationToken),
                Glances.RepeatAsync(() => lookout.LookAsync(cancellationToken), time, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // As it was told.
        }
    }

    /// <summary>Done when the others know what was found useless to ask.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var backlog in backlogs)
        {
            await backlog.DisposeAsync();
        }

        foreach (var fund in funds.Values)
        {
            fund.Dispose();
        }

        sharing.Dispose();
    }

    /// <inheritdoc/>
    internal override Backlog BacklogOf(Seat seat)
    {
        var way = Pace.WayTo(seat.Candidate.Examinee);
        var backlog = new LeasedBacklog(leases, runs, lookout, turns.GetOrAdd(way, _ => new Turns(() => MostInHand(way))), ledger, seat, limit, time);
        backlogs.Add(backlog);
        return backlog;
    }

    /// <inheritdoc/>
    internal override async Task DoOnceAsync(string what, Func<Task> work, CancellationToken cancellationToken)
    {
        var name = SharedRuns.NameOf(run, what);
        while (!await Glances.UntilAsync<bool>(async () => await TryOnceAsync(name, work, cancellationToken), time, cancellationToken)
            && await lookout.UntilFreeAsync(name, _ => false, cancellationToken))
        {
            // Who did it is gone.
        }
    }

    /// <inheritdoc/>
    internal override async Task<T> DoAloneAsync<T>(string key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await Glances.UntilAsync<bool>(async () => await claims.TakeAsync(key, cancellationToken) ? true : null, time, cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            // Who was removed has no claims any more.
            await Glances.DoAsync(() => claims.GiveUpAsync(key, holder.Removed), time, holder.Removed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryOnceAsync(string name, Func<Task> work, CancellationToken cancellationToken)
    {
        if (await leases.TakeAsync(name, [], 1, cancellationToken) is not { } lease)
        {
            return false;
        }

        await work();
        await leases.EndAsync(lease, cancellationToken);
        return true;
    }

    // As many as may be under way, and as many that wait for leave.
    private static int MostInHand(Way way) => Math.Min(way.Ceiling, LeastInHand + (2 * way.View.AtOnce));

    private async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        foreach (var fund in (await runs.WantedAsync(run, cancellationToken)).Select(funds.GetValueOrDefault).OfType<PurseFund>())
        {
            await fund.GiveBackAsync(cancellationToken);
        }
    }
}
