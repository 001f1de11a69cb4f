using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster.Pacing;

/// <summary>The accounts that a silo shares with others: each has a desk in the cluster that decides.</summary>
/// <param name="silo">What desks know this silo by, and no other; a silo that starts anew is another.</param>
/// <param name="exchange">Speaks with desks.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedAccounts(string silo, Exchange exchange, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, RemoteAccount> accounts = [];

    /// <summary>Room for the calls that the silo makes at once; null when there is no end of it.</summary>
    public CallRoom? Room { get; init; }

    /// <summary>Tells and asks nothing more.</summary>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    /// <summary>How fast a run may ask, by leave of these desks.</summary>
    public Pace PaceOf(RunSettings run) => new RunPace(this, run);

    private RemoteAccount AccountOf(Examinee examinee)
    {
        lock (gate)
        {
            var name = SharedRuns.AccountOf(examinee.Model);
            if (!accounts.TryGetValue(name, out var account))
            {
                account = accounts[name] = new RemoteAccount(silo, (told, token) => exchange(name, told, token), time, end.Token);
            }

            return account;
        }
    }

    /// <summary>The pace of one run.</summary>
    private sealed class RunPace(SharedAccounts accounts, RunSettings run) : Pace(run)
    {
        private readonly int most = run.Pace.MostConcurrency;

        internal override Way Open(Examinee examinee, int? concurrency) =>
            accounts.AccountOf(examinee).Open(examinee.Model.Id, examinee.AccountLimits, examinee.Limits, concurrency, concurrency ?? most, accounts.Room);
    }
}
