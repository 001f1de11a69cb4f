using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Makes commands with their parameters.</summary>
internal static class SqliteCommands
{
    /// <summary>A command, in the connection's transaction if there is one.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
