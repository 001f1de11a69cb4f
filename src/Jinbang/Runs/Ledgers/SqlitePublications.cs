using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Boards that others published, in the SQLite ledger. A later import stands before an earlier one of its name;
/// both are kept.</summary>
internal static class SqlitePublications
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["name", "board", "file", "content", "imported_at", "source", "questions", "score"];

    public static void Insert(SqliteTransaction transaction, Publication publication)
    {
        using var insert = transaction.Connection!.Command(
            $"INSERT INTO published ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})",
            ("$name", publication.Name),
            ("$board", publication.Id),
            ("$file", publication.File),
            ("$content", publication.Content),
            ("$imported_at", publication.ImportedAt.ToString("O", CultureInfo.InvariantCulture)),
            ("$source", publication.Source),
            ("$questions", publication.Questions),
            ("$score", publication.Score));
        insert.ExecuteNonQuery();
    }

    public static IAsyncEnumerable<Publication> FindAsync(SqliteReads reads, string? name, CancellationToken cancellationToken) => reads.SelectAsync(
        $"""
        SELECT {string.Join(", ", Columns)} FROM published
        WHERE id IN (SELECT max(id) FROM published GROUP BY name) AND ($name IS NULL OR $name IN (name, board, file))
        ORDER BY name
        """,
        [("$name", name)], Read, cancellationToken);

    public static Publication Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), DateTimeOffset.Parse(row.GetString(4), CultureInfo.InvariantCulture))
    {
        Source = SqliteReply.Text(row, 5),
        Questions = row.IsDBNull(6) ? null : row.GetInt32(6),
        Score = SqliteReply.Text(row, 7),
    };
}
