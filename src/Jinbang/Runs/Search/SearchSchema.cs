using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>The tables of the index. Nothing in it is found nowhere else: what cannot be used is made anew.</summary>
internal static class SearchSchema
{
    /// <summary>Raised whenever what the index keeps changes.</summary>
    private const int Version = 2;

    // Words without their places: an index half as big, and quicker; where they stand is looked up in the few replies shown.
    // Beginnings have lists of their own, for no search may put thousands of words' lists together.
    private const string Words = "USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4')";

    private const string Tables = $"""
        CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), attempt INTEGER NOT NULL, key TEXT NOT NULL, change INTEGER NOT NULL, used INTEGER NOT NULL);
        INSERT INTO state VALUES (1, 0, '', 0, 0);
        CREATE TABLE name (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text));
        CREATE TABLE exam (n INTEGER PRIMARY KEY, mark TEXT NOT NULL);
        CREATE TABLE question (n INTEGER PRIMARY KEY, exam INTEGER NOT NULL, id TEXT NOT NULL, stratum INTEGER, UNIQUE (exam, id));
        CREATE TABLE sitting (key TEXT PRIMARY KEY, exam INTEGER NOT NULL, model INTEGER NOT NULL, is_old INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE stale (attempt INTEGER PRIMARY KEY);
        CREATE VIRTUAL TABLE reply {Words};
        CREATE VIRTUAL TABLE asked {Words};
        INSERT INTO reply(reply, rank) VALUES ('hashsize', 16777216);
        """;

    /// <summary>Opens an index to be written, making file and tables anew where they are missing, damaged or of another program's version.</summary>
    public static SqliteConnection OpenToWrite(string path)
    {
        try
        {
            return Open(path);
        }
        catch (SqliteException)
        {
            Delete(path);
            return Open(path);
        }
    }

    /// <summary>Forgets an index.</summary>
    public static void Delete(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
        {
            File.Delete(file);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // A power cut may lose it: it is made anew then.
            SqliteSchema.Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384;");
            using var version = connection.Command("PRAGMA user_version");
            if (Convert.ToInt32(version.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) != Version)
            {
                Make(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the tables.</summary>
    /// <exception cref="SqliteException">There are others.</exception>
    private static void Make(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        SqliteSchema.Execute(connection, $"{Tables} PRAGMA user_version = {Version};");
        transaction.Commit();
    }
}
