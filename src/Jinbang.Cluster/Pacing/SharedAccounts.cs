using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>The pace of a silo, which shares its accounts with others: each account has a desk in the cluster that decides.</summary>
/// <param name="silo">What desks know this silo by, and no other; a silo that starts anew is another.</param>
/// <param name="exchange">Speaks with desks.</param>
/// <param name="settings">How runs are carried out.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedAccounts(string silo, Exchange exchange, RunSettings settings, TimeProvider time) : Pace(settings), IDisposable
{
    private readonly PaceSettings pace = settings.Pace;
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, RemoteAccount> accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Room for the calls that the silo makes at once; null when there is no end of it.</summary>
    public SemaphoreSlim? Room { get; init; }

    /// <summary>Tells and asks nothing more.</summary>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
        Room?.Dispose();
    }

    internal override Way Open(Examinee examinee, int? concurrency)
    {
        var name = examinee.Model.Provider;
        if (!accounts.TryGetValue(name, out var account))
        {
            account = accounts[name] = new RemoteAccount(silo, (told, token) => exchange(name, told, token), examinee.AccountLimits, time, end.Token);
        }

        return account.Open(examinee.Model.Id, examinee.Limits, concurrency, concurrency ?? pace.MostConcurrency, Room);
    }
}
