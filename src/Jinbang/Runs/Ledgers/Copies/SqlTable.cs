namespace Jinbang.Runs.Ledgers.Copies;

/// <summary>A table of a ledger, as far as it holds what is found nowhere else, or what would take long to count anew.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Its columns; those that tell its rows apart, and order them, come first.</param>
/// <param name="Keys">How many those are.</param>
internal sealed record SqlTable(string Name, string[] Columns, int Keys)
{
    /// <summary>The tables, those that others refer to first.</summary>
    public static readonly IReadOnlyList<SqlTable> All =
    [
        new("sitting", ["key", "exam", "language", "model", "settings", "repeats", "used", "lost_yuan", "outstanding_yuan", "graded_as", "tally"], 1),
        new("first_seen", ["exam", "language", "model", "edition", "nth"], 3),
        new("attempt", ["id", "sitting", .. SqlAttempt.Columns], 1),
        new("judgement", ["id", .. SqlJudgement.Columns], 1),
        new("batch", SqlBatches.Columns, 1),
        new("batch_attempt", SqlBatches.AttemptColumns, 2),
        new("mark", ["id", .. SqlMarks.Columns], 1),
        new("key_decision", SqlDecisions.Columns, 1),
        new("published", ["id", .. SqlPublications.Columns], 1),
        new("sheet", ["id", "sitting", .. SqlSheets.Columns], 1),
    ];

    private readonly ColumnKind[] kinds = [.. Columns.Select(SqlColumn.KindOf)];

    /// <summary>Whether the database numbers its rows.</summary>
    public bool IsNumbered => Columns[0] == "id";

    /// <summary>All its rows in their order.</summary>
    public string SelectText => $"SELECT {string.Join(", ", Columns)} FROM {Name} ORDER BY {string.Join(", ", Columns.Take(Keys))}";

    /// <summary>Puts rows in as they are.</summary>
    public SqlRows Insertion { get; } = new(Columns, rows => $"INSERT INTO {Name} ({string.Join(", ", Columns)}) {rows}") { Keys = Keys };

    /// <summary>A row's values.</summary>
    public object?[] Read(LedgerRow row) => [.. kinds.Select((kind, at) => row.IsDBNull(at) ? null : Value(row, kind, at))];

    private static object Value(LedgerRow row, ColumnKind kind, int at) => kind switch
    {
        ColumnKind.Text or ColumnKind.Json => row.GetString(at),
        ColumnKind.Integer => row.GetInt32(at),
        ColumnKind.Long => row.GetInt64(at),
        ColumnKind.Decimal => row.GetDecimal(at),
        ColumnKind.Double => row.GetDouble(at),
        ColumnKind.Flag => row.GetBoolean(at),
        ColumnKind.Bytes => row.GetBytes(at),
    };
}
