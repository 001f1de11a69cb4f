using System.Globalization;
using NpgsqlTypes;

namespace Jinbang.Runs.Ledgers;

/// <summary>A column of many rows as one array of PostgreSQL.</summary>
internal static class PostgresColumn
{
    /// <summary>The type of what the column holds, and its values in the rows.</summary>
    public static (NpgsqlDbType Type, Array Values) Of(string name, IReadOnlyList<object?[]> rows, int at) => SqlColumn.KindOf(name) switch
    {
        ColumnKind.Text => (NpgsqlDbType.Text, All(rows, at, value => PostgresText.Kept((string)value))),
        ColumnKind.Json => (NpgsqlDbType.Json, All(rows, at, value => (string)value)),
        ColumnKind.Integer => (NpgsqlDbType.Integer, All(rows, at, value => (int?)value)),
        ColumnKind.Long => (NpgsqlDbType.Bigint, All(rows, at, value => (long?)Convert.ToInt64(value, CultureInfo.InvariantCulture))),
        ColumnKind.Decimal => (NpgsqlDbType.Numeric, All(rows, at, value => (decimal?)value)),
        ColumnKind.Double => (NpgsqlDbType.Double, All(rows, at, value => (double?)value)),
        ColumnKind.Flag => (NpgsqlDbType.Boolean, All(rows, at, value => (bool?)value)),
        ColumnKind.Bytes => (NpgsqlDbType.Bytea, All(rows, at, value => (byte[])value)),
    };

    private static T?[] All<T>(IReadOnlyList<object?[]> rows, int at, Func<object, T?> read) => [.. rows.Select(row => row[at] is { } value ? read(value) : default)];
}
