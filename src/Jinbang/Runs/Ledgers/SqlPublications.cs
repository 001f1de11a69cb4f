using System.Globalization;

namespace Jinbang.Runs.Ledgers;

/// <summary>Boards that others published, in the ledger. A later import stands before an earlier one of its name;
/// both are kept.</summary>
internal static class SqlPublications
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["name", "board", "file", "content", "imported_at", "source", "questions", "score"];

    public static void Insert(SqlChange change, Publication publication) => change.Insert("published", Columns,
    [
        publication.Name, publication.Id, publication.File, publication.Content, publication.ImportedAt.ToString("O", CultureInfo.InvariantCulture),
        publication.Source, publication.Questions, publication.Score,
    ]);

    public static IAsyncEnumerable<Publication> FindAsync(SqlStore store, string? name, CancellationToken cancellationToken) => store.SelectAsync(
        $"""
        SELECT {string.Join(", ", Columns)} FROM published
        WHERE id IN (SELECT max(id) FROM published GROUP BY name) AND (CAST(@name AS TEXT) IS NULL OR @name IN (name, board, file))
        ORDER BY name
        """,
        [("@name", name)], Read, cancellationToken);

    public static Publication Read(LedgerRow row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Time(4))
    {
        Source = row.Text(5),
        Questions = row.IsDBNull(6) ? null : row.GetInt32(6),
        Score = row.Text(7),
    };
}
