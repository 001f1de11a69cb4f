using System.Globalization;
using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>How PostgreSQL is connected to.</summary>
internal static class PostgresSettings
{
    /// <summary>The settings of a connection string, with what is usual here for what it leaves open.</summary>
    /// <param name="connection">Npgsql's <c>Host=…;Database=…</c>.</param>
    /// <param name="options">Settings of the server's for the session, beside those given.</param>
    /// <exception cref="BadInputException">It is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Of(string connection, string options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            settings.Options = $"{options} {settings.Options}".TrimEnd();
            settings.ApplicationName ??= "jinbang";
            settings.MaxAutoPrepare = settings.ContainsKey("Max Auto Prepare") ? settings.MaxAutoPrepare : 50;
            settings.CommandTimeout = settings.ContainsKey("Command Timeout") ? settings.CommandTimeout : 300;
            return settings;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new BadInputException(new(
                $"This is no address of a PostgreSQL ledger: {fault.Message.TrimEnd('.')}. Write Host=…;Database=…;Username=….",
                $"这不是 PostgreSQL 账本的地址：{fault.Message.TrimEnd('.')}。请写成 Host=…;Database=…;Username=…。"), fault);
        }
    }

    /// <summary>What a ledger is called in words: where it is, and nothing secret.</summary>
    public static string NameOf(NpgsqlConnectionStringBuilder settings) =>
        string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}");
}
