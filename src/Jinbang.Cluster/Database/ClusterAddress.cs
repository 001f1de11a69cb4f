using Jinbang.Models;
using Npgsql;

namespace Jinbang.Cluster.Database;

/// <summary>Which database a cluster meets in, and how to get in. Shows no password.</summary>
internal sealed class ClusterAddress
{
    /// <summary>The variable that stands for <c>--cluster</c>.</summary>
    public const string Variable = "JINBANG_CLUSTER";

    /// <summary>The variable, or line of a secrets file, with the password. Npgsql itself reads PGPASSWORD and pgpass.</summary>
    public const string PasswordVariable = "JINBANG_CLUSTER_PASSWORD";

    private const string Example = "\"Host=localhost;Database=jinbang;Username=jinbang\"";

    private readonly NpgsqlConnectionStringBuilder words;

    private ClusterAddress(NpgsqlConnectionStringBuilder words) => this.words = words;

    /// <summary>Reads it.</summary>
    /// <param name="written">What the command line says; null when it says nothing.</param>
    /// <param name="secrets">The environment, and a file of secrets.</param>
    /// <exception cref="BadInputException">There is none, it holds a word that Npgsql does not know, or the command line holds a password.</exception>
    public static ClusterAddress Read(string? written, Secrets secrets)
    {
        var words = Parse(written ?? secrets.Find(Variable) ?? throw new BadInputException(new(
            $"A cluster meets in a PostgreSQL database: name it with --cluster {Example} or in {Variable}, its password in {PasswordVariable}. "
                + "To start one here: docker run -d -p 5432:5432 -e POSTGRES_USER=jinbang -e POSTGRES_PASSWORD=… postgres",
            $"集群通过 PostgreSQL 数据库汇合：请用 --cluster {Example} 或环境变量 {Variable} 指定，密码放在 {PasswordVariable}。"
                + "在本机启动一个：docker run -d -p 5432:5432 -e POSTGRES_USER=jinbang -e POSTGRES_PASSWORD=… postgres")));
        if (written is not null && words.Password is not null)
        {
            throw new BadInputException(new(
                $"A password on the command line can be read by everybody on this machine: put it in {PasswordVariable}, PGPASSWORD, a pgpass file or a --secrets file.",
                $"命令行上的密码本机所有用户都能看到：请放进 {PasswordVariable}、PGPASSWORD、pgpass 文件或 --secrets 文件。"));
        }

        words.Password ??= secrets.Find(PasswordVariable);
        return new ClusterAddress(words);
    }

    /// <summary>What Npgsql is given.</summary>
    /// <param name="program">What the server shall call the connection.</param>
    /// <param name="schema">Where names without a schema are looked up; null for where the address or the server says.</param>
    public string For(string program, string? schema) => new NpgsqlConnectionStringBuilder(words.ConnectionString)
    {
        ApplicationName = program,
        SearchPath = schema ?? words.SearchPath,
        // A silo that cannot reach the database must notice while that still matters.
        Timeout = words.ContainsKey(nameof(words.Timeout)) ? words.Timeout : 5,
    }.ConnectionString;

    /// <summary>The database and its server.</summary>
    public override string ToString() => $"{words.Database ?? words.Username}@{words.Host ?? "localhost"}:{words.Port}";

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException fault)
        {
            // Whatever it is may hold a password, so it is not said again.
            throw new BadInputException(new(
                $"The address of the cluster's database cannot be read; it looks like {Example}.", $"无法读取集群数据库的地址；应写成 {Example} 这样。"), fault);
        }
    }
}
