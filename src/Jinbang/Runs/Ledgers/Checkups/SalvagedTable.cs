using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Reads the rows of a table that has numbered rows, past those that are damaged.</summary>
/// <param name="connection">The ledger.</param>
/// <param name="table">The table.</param>
/// <param name="columns">The columns to read; the row's number comes after them.</param>
internal sealed class SalvagedTable(SqliteConnection connection, string table, IReadOnlyList<string> columns)
{
    private const int Chunk = 500;

    /// <summary>Numbers in a row that are tried one by one behind a damaged place; beyond them the steps double.</summary>
    private const int Patience = 100_000;

    /// <summary>Places where reading broke off.</summary>
    public int Holes { get; private set; }

    private readonly string selected = string.Join(", ", SqliteColumns.Of(connection, table, columns));

    /// <summary>Hands every readable row to a function, in the order they were recorded.</summary>
    public void Read(Action<SqliteDataReader> take)
    {
        var last = Last();
        for (long from = 0; from <= last;)
        {
            var (count, isWhole, reached) = ReadChunk(from, take);
            if (isWhole && count < Chunk)
            {
                return;
            }

            Holes += isWhole ? 0 : 1;
            from = isWhole ? reached + 1 : Behind(reached, last);
        }
    }

    /// <summary>The first number behind a damaged place from which on the table can be read, or one above the last.</summary>
    private long Behind(long number, long last)
    {
        // A fault at each of a hundred thousand numbers would take seconds to throw.
        var isUnderstood = sqlite3_prepare_v2(connection.Handle, Sql("?1", 1), out var probe) == SQLITE_OK;
        using var own = probe;
        for (var tries = 1; isUnderstood && number <= last; tries++)
        {
            number += 1 + (tries > Patience ? 1L << Math.Min(tries - Patience, 40) : 0);
            sqlite3_reset(probe);
            sqlite3_bind_int64(probe, 1, number);
            if (sqlite3_step(probe) is SQLITE_ROW or SQLITE_DONE)
            {
                return number;
            }
        }

        return last + 1;
    }

    private (int Count, bool IsWhole, long Reached) ReadChunk(long from, Action<SqliteDataReader> take)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql(from.ToString(CultureInfo.InvariantCulture), Chunk);
        var (count, reached) = (0, from);
        try
        {
            using var rows = command.ExecuteReader();
            for (; rows.Read(); count++)
            {
                reached = rows.GetInt64(rows.FieldCount - 1);
                take(rows);
            }

            return (count, true, reached);
        }
        catch (SqliteException)
        {
            return (count, false, reached);
        }
    }

    private string Sql(string from, int most) => $"SELECT {selected}, id FROM {table} NOT INDEXED WHERE id >= {from} ORDER BY id LIMIT {most}";

    /// <summary>The highest number, or one that is surely above it.</summary>
    private long Last()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT max(id) FROM {table} NOT INDEXED";
        try
        {
            return command.ExecuteScalar() is long last ? last : -1;
        }
        catch (SqliteException)
        {
            return 1L << 40;
        }
    }
}
