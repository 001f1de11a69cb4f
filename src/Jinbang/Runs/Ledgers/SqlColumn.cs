namespace Jinbang.Runs.Ledgers;

/// <summary>The columns of a ledger's tables: a name stands for the same kind of thing in all of them.</summary>
internal static class SqlColumn
{
    /// <summary>What a column of this name holds.</summary>
    public static ColumnKind KindOf(string name) => name switch
    {
        "id" or "used" or "nth" => ColumnKind.Long,
        "repeat" or "repeats" or "retries" or "questions" or "reading_start" or "reading_length" => ColumnKind.Integer,
        "points" or "before_points" or "after_points" => ColumnKind.Decimal,
        "reading_confidence" => ColumnKind.Double,
        "reused" or "overrules" => ColumnKind.Flag,
        "packed" => ColumnKind.Bytes,
        "settings" => ColumnKind.Json,
        _ when name.EndsWith("_tokens", StringComparison.Ordinal) => ColumnKind.Integer,
        _ when name.EndsWith("_yuan", StringComparison.Ordinal) => ColumnKind.Decimal,
        _ when name.EndsWith("seconds", StringComparison.Ordinal) => ColumnKind.Double,
        _ => ColumnKind.Text,
    };
}
