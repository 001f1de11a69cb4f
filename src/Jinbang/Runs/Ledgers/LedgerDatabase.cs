using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>A ledger in a PostgreSQL database.</summary>
public sealed class LedgerDatabase : LedgerAddress
{
    private readonly string connection;
    private readonly string? password;

    internal LedgerDatabase(string connection, string? password) => (this.connection, this.password) = (connection, password);

    /// <summary>The connection string with the password; without one Npgsql looks for <c>PGPASSWORD</c> and <c>.pgpass</c>.</summary>
    internal string Connection => password is null ? connection : new NpgsqlConnectionStringBuilder(connection) { Password = password }.ConnectionString;

    /// <inheritdoc/>
    public override LedgerAddress Seen(string folder, Func<string?> password) => new LedgerDatabase(connection, password());

    /// <inheritdoc/>
    public override SqlLedger Open() => PostgresLedger.Open(Connection);

    /// <inheritdoc/>
    public override SqlLedger OpenToRead() => PostgresLedger.OpenToRead(Connection);

    /// <inheritdoc/>
    public override IDisposable? TryHold(TimeSpan patience) => PostgresHold.TryTake(Connection, patience);

    /// <inheritdoc/>
    public override bool IsHeld() => PostgresHold.IsTaken(Connection);

    /// <inheritdoc/>
    public override string ToString() => PostgresSettings.NameOf(new(connection));
}
