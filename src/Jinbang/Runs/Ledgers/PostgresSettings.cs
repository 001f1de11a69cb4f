using System.Globalization;
using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>How PostgreSQL is connected to.</summary>
internal static class PostgresSettings
{
    private const char Pair = '=';

    // A server has a hundred connections unless it was told otherwise, and several programs share it.
    private const int MostConnections = 15;

    /// <summary>The settings of a connection string, with what is usual here for what it leaves open.</summary>
    /// <param name="connection">Npgsql's <c>Host=…;Database=…</c>.</param>
    /// <param name="options">Settings of the server's for the session, beside those given.</param>
    /// <exception cref="BadInputException">It is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Of(string connection, string options)
    {
        var settings = Read(connection);
        settings.Options = $"{options} {settings.Options}".Trim() is { Length: > 0 } all ? all : null;
        settings.ApplicationName ??= "jinbang";
        settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : 50;
        settings.MaxPoolSize = settings.ShouldSerialize("Maximum Pool Size") ? settings.MaxPoolSize : MostConnections;
        settings.CommandTimeout = settings.ShouldSerialize("Command Timeout") ? settings.CommandTimeout : 300;
        return settings;
    }

    /// <summary>Gives connections.</summary>
    public static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder settings)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays().EnableTransportSecurity();
        return builder.Build();
    }

    /// <summary>What a ledger is called in words: where it is, and nothing secret.</summary>
    public static string NameOf(NpgsqlConnectionStringBuilder settings) =>
        string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}");

    /// <summary>The connection string that somebody wrote, maybe as an URL; null when it is a file's path.</summary>
    /// <exception cref="BadInputException">It makes no sense, or holds a password.</exception>
    public static string? Written(string written)
    {
        var isUrl = written.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
        if (!isUrl && !written.Split(';').Any(part => part.Split(Pair)[0].Trim().ToUpperInvariant() is "HOST" or "SERVER" && part.Contains(Pair)))
        {
            return null;
        }

        var settings = isUrl ? OfUrl(written) : Read(written);
        if (settings.Password is not null)
        {
            throw new BadInputException(new(
                $"The address of the ledger {NameOf(settings)} holds a password, where others may read it. Leave it out there, and put it into JINBANG_LEDGER_PASSWORD: in the environment, or in a file of secrets.",
                $"账本 {NameOf(settings)} 的地址中含有密码，可能被他人看到。请从地址中去掉，改用 JINBANG_LEDGER_PASSWORD 给出（环境变量或密钥文件）。"));
        }

        return settings.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            return new(connection);
        }
        catch (Exception fault) when (IsStrange(fault))
        {
            throw Strange();
        }
    }

    private static NpgsqlConnectionStringBuilder OfUrl(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var url))
        {
            throw Strange();
        }

        var user = url.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = url.IdnHost, Port = url.Port > 0 ? url.Port : 5432 };
        settings.Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')) is { Length: > 0 } database ? database : null;
        settings.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        settings.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        try
        {
            foreach (var part in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(Pair, 2)))
            {
                Add(settings, Uri.UnescapeDataString(part[0]), Uri.UnescapeDataString(part.ElementAtOrDefault(1) ?? ""));
            }

            return settings;
        }
        catch (Exception fault) when (IsStrange(fault))
        {
            throw Strange();
        }
    }

    // libpq has other names for some.
    private static void Add(NpgsqlConnectionStringBuilder settings, string name, string value) => settings[name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "application_name" => "Application Name",
        _ => name,
    }] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;

    private static bool IsStrange(Exception fault) => fault is ArgumentException or FormatException or KeyNotFoundException;

    // What Npgsql says of it may hold a part of the address, and so a password.
    private static BadInputException Strange() => new(new(
        "This is no address of a PostgreSQL ledger. Write Host=…;Database=…;Username=… with the words that Npgsql knows, or postgres://USER@HOST/DATABASE.",
        "这不是 PostgreSQL 账本的地址。请写成 Host=…;Database=…;Username=…（只用 Npgsql 认识的参数），或 postgres://用户@主机/数据库。"));
}
