using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Looks through a ledger file, also a damaged one or one that a run is writing, and changes nothing.</summary>
public sealed class SqliteCheckup
{
    private const int MostComplaints = 20;
    private readonly CheckedRows found = new();
    private readonly List<string> damage = [];
    private readonly SqliteConnection connection;

    private SqliteCheckup(SqliteConnection connection) => this.connection = connection;

    /// <summary>Looks through a ledger.</summary>
    /// <exception cref="BadInputException">There is no file, or it cannot be read at all.</exception>
    public static LedgerCheckup Examine(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new BadInputException(new($"There is no ledger {path}.", $"没有账本 {path}。"));
        }

        try
        {
            // Opening may mend the log, so it is looked at before.
            var found = new LedgerCheckup(path) { Bytes = file.Length, Log = WriteAheadLog.Read(path), FreeBytes = FreeSpace.Beside(path) };
            using var connection = SqliteSchema.OpenAsItIs(path);
            return new SqliteCheckup(connection).Fill(found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new(
                $"The ledger {path} cannot be read: {fault.Message.TrimEnd('.')}.", $"无法读取账本 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }

    private LedgerCheckup Fill(LedgerCheckup file)
    {
        int? version = null;
        Try(() => damage.AddRange(Rows($"PRAGMA integrity_check({MostComplaints})").Where(line => line != "ok")));
        SqliteSchema.BearDamage(connection);
        Try(() => version = Convert.ToInt32(Rows("PRAGMA user_version").Single(), CultureInfo.InvariantCulture));
        if (version <= SqliteSchema.Latest)
        {
            Try(ReadSittings);
            Try(() => Read("attempt", CheckedRows.AttemptColumns, row => found.AddAttempt(row)));
            Try(ReadBatches);
            Try(ReadMarks);
            Try(() => Read("judgement", SqlJudgement.Columns, row => found.AddJudgement(row)));
        }

        return found.Into(file with { Version = version, Damage = damage });
    }

    private void ReadSittings()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", SqliteColumns.Of(connection, "sitting", CheckedRows.SittingColumns))} FROM sitting";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            Understand("sitting", rows, row => found.AddSitting(row));
        }
    }

    // A ledger of an older version has no marks.
    private void ReadMarks()
    {
        if (SqliteColumns.Of(connection, "mark", SqlMarks.Columns).Count > 0)
        {
            Read("mark", SqlMarks.Columns, row => SqlMarks.Read(row));
        }
    }

    // A ledger of an older version has no batches.
    private void ReadBatches()
    {
        var columns = SqliteColumns.Of(connection, "batch", SqlBatches.Columns);
        if (columns.Count == 0)
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM batch WHERE ended_at IS NULL";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            Understand("batch", rows, row => found.AddBatch(row));
        }
    }

    private void Read(string table, IReadOnlyList<string> columns, Action<SqliteDataReader> take)
    {
        var rows = new SalvagedTable(connection, table, columns);
        rows.Read(row => Understand(table, row, take));
        if (rows.Holes > 0)
        {
            damage.Add($"{table}: reading breaks off at {rows.Holes} places");
        }
    }

    private void Understand(string table, SqliteDataReader row, Action<SqliteDataReader> take) =>
        found.Understand(() => take(row), () => $"{table} {row.GetValue(row.FieldCount - 1)}");

    private void Try(Action look)
    {
        try
        {
            look();
        }
        catch (SqliteException fault)
        {
            damage.Add(fault.Message);
        }
    }

    private List<string> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }
}
