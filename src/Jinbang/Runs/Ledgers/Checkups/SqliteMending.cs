using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Saves what can be read of a damaged ledger into a new one beside it, and leaves the old one as it is.</summary>
public sealed class SqliteMending
{
    private readonly SqliteConnection damaged;
    private readonly SqliteConnection mended;
    private int leftOut;

    private SqliteMending(SqliteConnection damaged, SqliteConnection mended) => (this.damaged, this.mended) = (damaged, mended);

    /// <summary>Makes the new ledger. Sums are left out, so that they are counted anew when next needed.</summary>
    /// <param name="path">The damaged ledger.</param>
    /// <exception cref="BadInputException">Nothing can be read of it, or nothing can be written beside it.</exception>
    public static MendedLedger Mend(string path)
    {
        var target = NewName(path);
        try
        {
            using var damaged = SqliteSchema.OpenAsItIs(path);
            SqliteSchema.BearDamage(damaged);
            using var mended = new SqliteConnection($"Data Source={target};Pooling=False;Foreign Keys=False");
            mended.Open();
            SqliteSchema.Prepare(mended, target);
            return new SqliteMending(damaged, mended).Copy(target);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            File.Delete(target);
            throw new BadInputException(new(
                $"{path} could not be mended: {fault.Message.TrimEnd('.')}.", $"无法修复 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }

    private MendedLedger Copy(string target)
    {
        using var transaction = mended.BeginTransaction();
        string[] sitting = ["key", "exam", "language", "model", "settings", "repeats", "used", "lost_yuan", "outstanding_yuan"];
        var sittings = CopyNamed("sitting", sitting, "key", row => ModelJson.Read(row.GetString(4)));
        CopyNamed("first_seen", ["exam", "language", "model", "edition", "nth"], "exam, language, model", _ => { });
        var (attempts, holes) = CopyNumbered("attempt", [.. SqlAttempt.Columns, "sitting"], row => SqlAttempt.Read(row));
        var (judgements, further) = CopyNumbered("judgement", SqlJudgement.Columns, row => SqlJudgement.Read(row));
        CopyNamed("batch", SqlBatches.Columns, "key", row => SqlBatches.Read(row));
        CopyNamed("batch_attempt", SqlBatches.AttemptColumns, "batch, nth", _ => { });
        CopyNamed("mark", [.. SqlMarks.Columns, "id"], "id", row => SqlMarks.Read(row));
        CopyNamed("published", [.. SqlPublications.Columns, "id"], "id", row => SqlPublications.Read(row));
        CopyNamed("key_decision", SqlDecisions.Columns, "id", row => SqlDecisions.Read(row));
        transaction.Commit();
        return new MendedLedger(target, sittings, attempts, judgements, leftOut, holes + further);
    }

    /// <summary>Copies a table by its rows' numbers.</summary>
    private (int Count, int Holes) CopyNumbered(string table, string[] columns, Action<SqliteDataReader> understand)
    {
        var (rows, count) = (new SalvagedTable(damaged, table, columns), 0);
        using var insert = Insert(table, columns);
        rows.Read(row => count += Copy(row, insert, understand));
        return (count, rows.Holes);
    }

    /// <summary>Copies a table that has no numbers, from both its ends up to a damaged place.</summary>
    private int CopyNamed(string table, string[] columns, string order, Action<SqliteDataReader> understand)
    {
        using var insert = Insert(table, columns);
        var selected = string.Join(", ", SqliteColumns.Of(damaged, table, columns));
        var (count, isWhole) = CopyTo(Sql("ASC"));
        return isWhole ? count : count + CopyTo(Sql("DESC")).Count;

        string Sql(string direction) =>
            $"SELECT {selected} FROM {table} ORDER BY {string.Join(", ", order.Split(", ").Select(column => $"{column} {direction}"))}";

        (int Count, bool IsWhole) CopyTo(string sql)
        {
            var copied = 0;
            try
            {
                using var command = damaged.CreateCommand();
                command.CommandText = sql;
                using var rows = command.ExecuteReader();
                while (rows.Read())
                {
                    copied += Copy(rows, insert, understand);
                }

                return (copied, true);
            }
            catch (SqliteException)
            {
                return (copied, false);
            }
        }
    }

    /// <returns>How many rows were added: none when it is there already or makes no sense.</returns>
    private int Copy(SqliteDataReader row, SqliteCommand insert, Action<SqliteDataReader> understand)
    {
        if (!SensibleRow.Try(() => understand(row)))
        {
            leftOut++;
            return 0;
        }

        for (var i = 0; i < insert.Parameters.Count; i++)
        {
            insert.Parameters[i].Value = row.GetValue(i);
        }

        return insert.ExecuteNonQuery();
    }

    private SqliteCommand Insert(string table, string[] columns)
    {
        var command = mended.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))}) ON CONFLICT DO NOTHING";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

        return command;
    }

    private static string NewName(string path)
    {
        var stem = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));
        return Enumerable.Range(1, int.MaxValue).Select(n => $"{stem}.mended-{n}{Path.GetExtension(path)}").First(name => !File.Exists(name));
    }
}
