using NpgsqlTypes;

namespace Jinbang.Runs.Ledgers;

/// <summary>A column of many rows as one array of PostgreSQL. What it holds follows from its name.</summary>
internal static class PostgresColumn
{
    /// <summary>The type of what the column holds, and its values in the rows.</summary>
    public static (NpgsqlDbType Type, Array Values) Of(string name, IReadOnlyList<object?[]> rows, int at) => name switch
    {
        "id" => (NpgsqlDbType.Bigint, All<long?>(rows, at)),
        "repeat" or "nth" or "retries" or "reading_start" or "reading_length" => (NpgsqlDbType.Integer, All<int?>(rows, at)),
        "points" => (NpgsqlDbType.Numeric, All<decimal?>(rows, at)),
        "reading_confidence" => (NpgsqlDbType.Double, All<double?>(rows, at)),
        "reused" or "overrules" => (NpgsqlDbType.Boolean, All<bool?>(rows, at)),
        "packed" => (NpgsqlDbType.Bytea, All<byte[]?>(rows, at)),
        _ when name.EndsWith("_tokens", StringComparison.Ordinal) => (NpgsqlDbType.Integer, All<int?>(rows, at)),
        _ when name.EndsWith("_yuan", StringComparison.Ordinal) => (NpgsqlDbType.Numeric, All<decimal?>(rows, at)),
        _ when name.EndsWith("seconds", StringComparison.Ordinal) => (NpgsqlDbType.Double, All<double?>(rows, at)),
        _ => (NpgsqlDbType.Text, rows.Select(row => row[at] is string text ? PostgresText.Kept(text) : null).ToArray()),
    };

    private static T[] All<T>(IReadOnlyList<object?[]> rows, int at) => [.. rows.Select(row => (T)row[at]!)];
}
