using Jinbang.Grading.Sheets;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Sheets as rows of the SQLite ledger.</summary>
internal static class SqliteSheets
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["mark", "packed"];

    /// <summary>The sheet; null when it is damaged.</summary>
    public static SittingSheet? Read(SqliteDataReader row) =>
        SheetCodec.Unpack((byte[])row.GetValue(1)) is { } sheet ? new SittingSheet(row.GetString(0), sheet) : null;

    /// <summary>Keeps a sheet instead of the sitting's former one.</summary>
    public static void Keep(SqliteTransaction transaction, string sitting, SittingSheet sheet)
    {
        using var command = transaction.Connection!.Command(
            "INSERT OR REPLACE INTO sheet (sitting, mark, packed) VALUES ($sitting, $mark, $packed)",
            ("$sitting", sitting), ("$mark", sheet.Mark), ("$packed", SheetCodec.Pack(sheet.Sheet)));
        command.ExecuteNonQuery();
    }

    /// <summary>Forgets a sitting's sheet, which its attempts no longer bear out.</summary>
    public static void Forget(SqliteTransaction transaction, string sitting)
    {
        using var command = transaction.Connection!.Command("DELETE FROM sheet WHERE sitting = $sitting", ("$sitting", sitting));
        command.ExecuteNonQuery();
    }
}
