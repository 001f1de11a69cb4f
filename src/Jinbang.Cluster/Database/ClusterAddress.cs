using Jinbang.Models;
using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Cluster.Database;

/// <summary>Which database a cluster meets in: its ledger's. Shows no password.</summary>
internal sealed class ClusterAddress
{
    /// <summary>The variable that stands for <c>--cluster</c>, as it names the ledger for every other program.</summary>
    public const string Variable = "JINBANG_LEDGER";

    /// <summary>The variable, or line of a secrets file, with the password. Npgsql itself reads PGPASSWORD and pgpass.</summary>
    public const string PasswordVariable = "JINBANG_LEDGER_PASSWORD";

    // It reads and writes a few rows a second.
    private const int MostForOrleans = 4;

    private const string Example = "\"Host=localhost;Database=jinbang;Username=jinbang\"";

    private readonly LedgerDatabase ledger;

    private ClusterAddress(LedgerDatabase ledger) => this.ledger = ledger;

    /// <summary>Reads it.</summary>
    /// <param name="written">What the command line says; null when it says nothing.</param>
    /// <param name="secrets">The environment, and a file of secrets.</param>
    /// <exception cref="BadInputException">There is none, it makes no sense, or it holds a password.</exception>
    public static ClusterAddress Read(string? written, Secrets secrets)
    {
        var named = written ?? secrets.Find(Variable) ?? throw new BadInputException(new(
            $"A cluster meets in a PostgreSQL database: name it with --cluster {Example} or in {Variable}, its password in {PasswordVariable}. "
                + "To start one here: docker run -d -p 5432:5432 -e POSTGRES_USER=jinbang -e POSTGRES_PASSWORD=… postgres",
            $"集群通过 PostgreSQL 数据库汇合：请用 --cluster {Example} 或环境变量 {Variable} 指定，密码放在 {PasswordVariable}。"
                + "在本机启动一个：docker run -d -p 5432:5432 -e POSTGRES_USER=jinbang -e POSTGRES_PASSWORD=… postgres"));
        return LedgerAddress.Parse(named).Seen("", () => secrets.Find(PasswordVariable)) is LedgerDatabase database
            ? new ClusterAddress(database)
            : throw new BadInputException(new(
                $"{named} is no address of a PostgreSQL database; it looks like {Example}.", $"{named} 不是 PostgreSQL 数据库的地址；应写成 {Example} 这样。"));
    }

    /// <summary>What Npgsql is given.</summary>
    /// <param name="program">What the server shall call the connection.</param>
    /// <param name="schema">Where names without a schema are looked up; null for where the address or the server says.</param>
    public string For(string program, string? schema)
    {
        var words = new NpgsqlConnectionStringBuilder(ledger.Connection) { ApplicationName = program };
        words.SearchPath = schema ?? words.SearchPath;
        if (schema is not null)
        {
            words.MaxPoolSize = MostForOrleans;
        }

        // A silo that cannot reach the database must notice while that still matters.
        words.Timeout = words.ShouldSerialize("Timeout") ? words.Timeout : 5;
        words.CommandTimeout = words.ShouldSerialize("Command Timeout") ? words.CommandTimeout : 30;
        return words.ConnectionString;
    }

    /// <summary>The database and its server.</summary>
    public override string ToString() => ledger.ToString();
}
