using Jinbang.Cluster.Database;
using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Runs;

/// <summary>Reads the runs of a cluster from its database.</summary>
internal static class RunList
{
    private const int Most = 20;

    /// <summary>The latest runs; none where there is no ledger yet.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public static async Task<IReadOnlyList<RunSight>> ReadAsync(ClusterDatabase database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database.Ledger);
        try
        {
            return await new RunSights(source).LatestAsync(Most, cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }
}
