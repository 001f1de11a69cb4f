using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>Where one process works on a run that it shares with others.</summary>
internal sealed class SharedDesk : Holder, IAsyncDisposable
{
    // As long as beats are apart that failed; each look is a comparison of two numbers.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly PostgresLedger ledger;
    private readonly PostgresHolder holder;
    private readonly Leases leases;
    private readonly Persistence persistence;
    private readonly Lock gate = new();
    private Task stops = Task.CompletedTask;

    /// <param name="ledger">Where replies are kept.</param>
    /// <param name="holder">Who works.</param>
    /// <param name="run">The run.</param>
    /// <param name="time">The clock.</param>
    public SharedDesk(PostgresLedger ledger, PostgresHolder holder, string run, TimeProvider time)
    {
        (this.ledger, this.holder, Run, Time) = (ledger, holder, run, time);
        (leases, persistence) = (new Leases(ledger.Source, holder.Number), new Persistence(time));
        Watch = new RunWatch(ledger.Source, run, time);
    }

    /// <summary>The run.</summary>
    public string Run { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>What is left of the run.</summary>
    public RunWatch Watch { get; }

    /// <inheritdoc/>
    public override CancellationToken Removed => holder.Gone;

    /// <inheritdoc/>
    public override async ValueTask AdmitAsync(CancellationToken cancellationToken)
    {
        while (!holder.MayBegin)
        {
            if (holder.IsRemoved)
            {
                throw new OperationCanceledException(holder.Gone);
            }

            await Task.Delay(Pause, Time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        if (await ledger.WriteAsync(new Share(holder.Number, Run), pages, cancellationToken) is not Presence.Present)
        {
            holder.Remove();
        }
    }

    /// <summary>What yuan are drawn from.</summary>
    /// <param name="model">The model whose own cap it is; empty for the whole run's.</param>
    public Fund Purse(string model) => new PurseFund(new Purse(ledger.Source, Run, model, holder.Number), Time);

    /// <inheritdoc cref="Leases.TakeAsync"/>
    public Task<Lease?> TakeAsync(string sitting, int[] known, int most, CancellationToken cancellationToken) =>
        persistence.TryAsync(token => leases.TakeAsync(sitting, known, most, token), cancellationToken);

    /// <inheritdoc cref="Leases.AnsweredAsync"/>
    public Task<IReadOnlySet<string>> AnsweredAsync(string[] keys, CancellationToken cancellationToken) =>
        persistence.TryAsync(token => leases.AnsweredAsync(keys, token), cancellationToken);

    /// <inheritdoc cref="Leases.EndAsync"/>
    public Task EndAsync(Lease lease, CancellationToken cancellationToken) => TryAsync(token => leases.EndAsync(lease, token), cancellationToken);

    /// <summary>Returns what is left of sittings' leases to whoever takes them next.</summary>
    public Task ReturnAsync(string[] sittings, CancellationToken cancellationToken) => TryAsync(token => leases.ReturnAsync(sittings, token), cancellationToken);

    /// <summary>Tells everybody that a model is asked nothing more in a sitting; done some time later.</summary>
    public void Stop(string sitting, Phrase why)
    {
        lock (gate)
        {
            stops = Task.WhenAll(stops, TryAsync(token => ledger.Runs.StopAsync(sitting, why.English, token), holder.Gone));
        }
    }

    /// <summary>Done when all that was told is told.</summary>
    public async ValueTask DisposeAsync() => await stops.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken) => persistence.TryAsync(
        async token =>
        {
            await step(token);
            return true;
        },
        cancellationToken);
}
