using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Columns of ledgers of all versions.</summary>
internal static class SqliteColumns
{
    /// <summary>The columns as they can be selected from a table that may be older than some of them; none when there is no
    /// such table.</summary>
    /// <exception cref="SqliteException">The table's description is damaged.</exception>
    public static IReadOnlyList<string> Of(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var rows = command.ExecuteReader();
        var known = new HashSet<string>();
        while (rows.Read())
        {
            known.Add(rows.GetString(0));
        }

        return known.Count == 0 ? [] : [.. columns.Select(column => known.Contains(column) ? column : column.EndsWith("_yuan", StringComparison.Ordinal) && table == "sitting" ? $"'0' AS {column}" : $"NULL AS {column}")];
    }
}
