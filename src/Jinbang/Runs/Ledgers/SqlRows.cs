namespace Jinbang.Runs.Ledgers;

/// <summary>A statement that is carried out for each of many rows, in one go where the database can.</summary>
/// <param name="columns">What a row consists of; what tells rows apart comes first.</param>
/// <param name="text">The statement, given a query that yields the rows.</param>
internal sealed class SqlRows(string[] columns, Func<string, string> text)
{
    /// <summary>What a row consists of.</summary>
    public string[] Columns { get; } = columns;

    /// <summary>How many of the columns tell rows apart.</summary>
    public int Keys { get; init; } = 1;

    /// <summary>What tells a row apart.</summary>
    public object KeyOf(object?[] row) => Keys == 1 ? row[0]! : string.Join('\0', row.Take(Keys));

    /// <summary>The table that numbers the rows in its column <c>id</c>, in the order they are given; null when they get no numbers.</summary>
    public string? NumberedBy { get; init; }

    /// <summary>The statement.</summary>
    /// <param name="rows">A query that yields the rows, after their <c>id</c> if they are numbered.</param>
    public string Text(string rows) => text(rows);

    /// <summary>An insertion into a table whose rows are numbered.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns; what tells rows apart comes first.</param>
    /// <param name="conflict">What is done with a row that is there.</param>
    public static SqlRows Insert(string table, string[] columns, string conflict) =>
        new(columns, rows => $"INSERT INTO {table} (id, {string.Join(", ", columns)}) {rows} ON CONFLICT (key) DO {conflict}") { NumberedBy = table };

    /// <summary>A change of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns of the rows given, which are <c>v</c>.</param>
    /// <param name="sets">What is set.</param>
    /// <param name="condition">Where.</param>
    public static SqlRows Update(string table, string[] columns, string sets, string condition) =>
        new(columns, rows => $"UPDATE {table} SET {sets} FROM ({rows}) AS v WHERE {condition}");

    /// <summary>Sets columns to the values given.</summary>
    public static string Sets(IEnumerable<string> columns, string source) => string.Join(", ", columns.Select(column => $"{column} = {source}.{column}"));
}
