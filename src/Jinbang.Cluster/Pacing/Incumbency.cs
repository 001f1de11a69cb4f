using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Pacing;

/// <summary>By which holder this silo decides for accounts at present; none while it is not among those at work on the ledger.</summary>
internal sealed class Incumbency
{
    private volatile Tuple<NpgsqlDataSource, PostgresHolder>? present;

    /// <summary>The silo is at work on a ledger.</summary>
    public void Begin(NpgsqlDataSource source, PostgresHolder holder) => present = Tuple.Create(source, holder);

    /// <summary>It no longer is.</summary>
    public void End() => present = null;

    /// <summary>Takes an account, if nobody has it.</summary>
    /// <returns>Null while another has it, or while this silo may have none.</returns>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task<AccountTenure?> TakeAsync(string account, CancellationToken cancellationToken) =>
        present is { Item1: var source, Item2: { MayBegin: true } holder } ? await AccountTenure.TakeAsync(source, holder, account, cancellationToken) : null;
}
