using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Pacing;

/// <summary>An account that this silo's holder may decide for: the database gives it to one at a time, whatever grains believe.</summary>
/// <param name="source">The ledger.</param>
/// <param name="holder">The holder that has it.</param>
/// <param name="name">The account.</param>
/// <param name="askers">Silos that may have calls under way by leave of the one who had it before; null when none can have.</param>
internal sealed class AccountTenure(NpgsqlDataSource source, PostgresHolder holder, string name, IReadOnlyList<string>? askers)
{
    // A row that was there, and not new (xmax), was left behind: who leaves nothing behind deletes it. Who has calls under way has leases.
    private const string Take = """
        INSERT INTO account (name, holder) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET holder = $2 WHERE account.holder IS NULL OR account.holder = $2
        RETURNING CASE WHEN xmax <> 0 THEN ARRAY(
            SELECT DISTINCT h.silo FROM work w JOIN lease l USING (sitting) JOIN holder h ON h.number = l.holder WHERE w.account = $1 AND h.silo IS NOT NULL) END
        """;

    private const string Release = "UPDATE account SET holder = NULL WHERE name = $1 AND holder = $2";

    private const string Close = "DELETE FROM account WHERE name = $1 AND holder = $2";

    /// <summary>Whether leave may be given. What is given in the last moment ends half a second later, before another can have the account.</summary>
    public bool MayGrant => holder.MayBegin;

    /// <summary>Whether it is over for good.</summary>
    public bool IsOver => holder.IsRemoved;

    /// <summary>Silos that may have calls under way by leave of the one who had it before; null when none can have.</summary>
    public IReadOnlyList<string>? Askers => askers;

    /// <summary>Takes the account, if nobody has it.</summary>
    /// <returns>Null while another has it, or when the holder is gone.</returns>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<AccountTenure?> TakeAsync(NpgsqlDataSource source, PostgresHolder holder, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(source, Take, name, holder.Number, cancellationToken) is { } askers
                ? new AccountTenure(source, holder, name, askers as string[])
                : null;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return null;
        }
    }

    /// <summary>Lets others have it.</summary>
    /// <param name="leavesCalls">Whether silos have calls under way by its leave.</param>
    /// <param name="cancellationToken">Gives up; then the end of the holder lets others have it.</param>
    public Task EndAsync(bool leavesCalls, CancellationToken cancellationToken) =>
        ExecuteAsync(source, leavesCalls ? Release : Close, name, holder.Number, cancellationToken);

    private static async Task<object?> ExecuteAsync(NpgsqlDataSource source, string sql, string name, long holder, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = holder });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
