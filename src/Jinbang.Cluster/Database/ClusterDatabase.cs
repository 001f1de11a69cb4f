using System.Net.Sockets;
using System.Reflection;
using Npgsql;

namespace Jinbang.Cluster.Database;

/// <summary>The database in which the silos of a cluster meet.</summary>
internal sealed class ClusterDatabase : IAsyncDisposable
{
    /// <summary>Where Orleans' tables are.</summary>
    public const string Schema = "orleans";

    private const string Script = "membership.sql";

    private readonly ClusterAddress address;

    /// <param name="address">Where it is.</param>
    public ClusterDatabase(ClusterAddress address)
    {
        this.address = address;
        Source = NpgsqlDataSource.Create(address.For($"jinbang/{Version}", Schema));
        Ledger = address.For($"jinbang/{Version}", schema: null);
    }

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(ClusterDatabase).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What the ledger is opened by.</summary>
    public string Ledger { get; }

    /// <summary>Opens connections to Orleans' tables.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Makes what is not there yet of the tables and of the statements that Orleans reads.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => DoAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(await ReadScriptAsync(cancellationToken), connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Does something with a connection.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public async Task<T> DoAsync<T>(Func<NpgsqlConnection, Task<T>> what, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancellationToken);
            return await what(connection);
        }
        catch (Exception fault) when (fault is NpgsqlException or SocketException or TimeoutException)
        {
            throw new BadInputException(Explain(fault), fault);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static async Task<string> ReadScriptAsync(CancellationToken cancellationToken)
    {
        using var script = new StreamReader(typeof(ClusterDatabase).Assembly.GetManifestResourceStream(Script)!);
        return await script.ReadToEndAsync(cancellationToken);
    }

    private Phrase Explain(Exception fault) => (fault as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
            $"The database {address} refuses the user or the password. The password comes from {ClusterAddress.PasswordVariable}, PGPASSWORD, a pgpass file or a --secrets file.",
            $"数据库 {address} 拒绝了用户名或密码。密码取自 {ClusterAddress.PasswordVariable}、PGPASSWORD、pgpass 文件或 --secrets 文件。"),
        PostgresErrorCodes.InvalidCatalogName => new(
            $"There is no database {address}: make it with createdb.", $"数据库 {address} 不存在：请用 createdb 创建。"),
        PostgresErrorCodes.InsufficientPrivilege => new(
            $"The user may not make the schema {Schema} in the database {address}: GRANT CREATE ON DATABASE … TO …", $"用户无权在数据库 {address} 中创建模式 {Schema}：GRANT CREATE ON DATABASE … TO …"),
        { } => new($"The database {address} refuses: {fault.Message}", $"数据库 {address} 拒绝：{fault.Message}"),
        null => new(
            $"No PostgreSQL answers at {address} ({(fault.InnerException ?? fault).Message.TrimEnd('.')}).", $"{address} 没有 PostgreSQL 应答（{(fault.InnerException ?? fault).Message.TrimEnd('.')}）。"),
    };
}
