using Microsoft.Data.Sqlite;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Looks into a ledger with plain SQL, past the program's own code.</summary>
internal static class LedgerLook
{
    public static T One<T>(Stranger stranger, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(stranger.Folder, ".jinbang", "ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }
}
