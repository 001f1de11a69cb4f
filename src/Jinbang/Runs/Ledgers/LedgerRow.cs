using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>A row of a ledger, whatever database keeps it.</summary>
/// <param name="row">The row.</param>
/// <param name="asWritten">Gives a text back as it was written; null where texts are kept as they are.</param>
internal readonly struct LedgerRow(DbDataReader row, Func<string, string>? asWritten)
{
    public static implicit operator LedgerRow(SqliteDataReader row) => new(row, null);

    public bool IsDBNull(int column) => row.IsDBNull(column);

    public string GetString(int column) => asWritten is null ? row.GetString(column) : asWritten(row.GetString(column));

    public int GetInt32(int column) => row.GetInt32(column);

    public long GetInt64(int column) => row.GetInt64(column);

    public bool GetBoolean(int column) => row.GetBoolean(column);

    public double GetDouble(int column) => row.GetDouble(column);

    public decimal GetDecimal(int column) => row.GetDecimal(column);

    public byte[] GetBytes(int column) => row.GetFieldValue<byte[]>(column);

    /// <summary>A column's text, or null.</summary>
    public string? Text(int column) => IsDBNull(column) ? null : GetString(column);

    /// <summary>A column's number, or null.</summary>
    public int? Number(int column) => IsDBNull(column) ? null : GetInt32(column);

    /// <summary>A column's yuan, or null.</summary>
    public decimal? Yuan(int column) => IsDBNull(column) ? null : GetDecimal(column);

    /// <summary>A column's moment.</summary>
    public DateTimeOffset Time(int column) => DateTimeOffset.Parse(GetString(column), CultureInfo.InvariantCulture);
}
