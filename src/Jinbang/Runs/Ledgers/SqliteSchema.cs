using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>The tables of the SQLite ledger, made or brought up to date when it is opened.</summary>
internal static class SqliteSchema
{
    /// <summary>One script for each version, in order; a version that was shipped never changes.</summary>
    private static readonly string[] Versions =
    [
        """
        CREATE TABLE sitting (
            key TEXT PRIMARY KEY,
            exam TEXT NOT NULL,
            language TEXT NOT NULL,
            model TEXT NOT NULL,
            settings TEXT NOT NULL,
            repeats INTEGER NOT NULL,
            used INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sitting_exam ON sitting (exam, language, model, used);

        CREATE TABLE first_seen (
            exam TEXT NOT NULL,
            language TEXT NOT NULL,
            model TEXT NOT NULL,
            edition TEXT,
            nth INTEGER NOT NULL,
            PRIMARY KEY (exam, language, model)
        ) WITHOUT ROWID;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            sitting TEXT NOT NULL REFERENCES sitting (key),
            question TEXT NOT NULL,
            repeat INTEGER NOT NULL,
            asked_at TEXT NOT NULL,
            outcome TEXT NOT NULL,
            reply TEXT NOT NULL,
            thinking TEXT,
            finish_reason TEXT,
            error TEXT,
            prompt_tokens INTEGER,
            completion_tokens INTEGER,
            reasoning_tokens INTEGER,
            cached_tokens INTEGER,
            first_token_seconds REAL,
            seconds REAL,
            retries INTEGER NOT NULL,
            cost_yuan TEXT,
            served_by TEXT,
            verdict TEXT,
            points TEXT,
            reading_kind TEXT,
            reading_answer TEXT,
            reading_rule TEXT,
            reading_start INTEGER,
            reading_length INTEGER,
            reading_confidence REAL,
            graded_by TEXT
        );
        CREATE INDEX attempt_sitting ON attempt (sitting, id);
        """,
        """
        ALTER TABLE attempt ADD COLUMN judged_by TEXT;

        CREATE TABLE judgement (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            sitting TEXT NOT NULL,
            attempt TEXT NOT NULL,
            use TEXT NOT NULL,
            question TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            judge TEXT NOT NULL,
            outcome TEXT NOT NULL,
            reply TEXT NOT NULL,
            thinking TEXT,
            finish_reason TEXT,
            error TEXT,
            prompt_tokens INTEGER,
            completion_tokens INTEGER,
            reasoning_tokens INTEGER,
            cached_tokens INTEGER,
            first_token_seconds REAL,
            seconds REAL,
            retries INTEGER NOT NULL,
            cost_yuan TEXT,
            served_by TEXT
        );
        CREATE INDEX judgement_sitting ON judgement (sitting, id);
        """,
        """
        ALTER TABLE sitting ADD COLUMN lost_yuan TEXT NOT NULL DEFAULT '0';
        ALTER TABLE sitting ADD COLUMN outstanding_yuan TEXT NOT NULL DEFAULT '0';
        ALTER TABLE sitting ADD COLUMN graded_as TEXT;
        ALTER TABLE sitting ADD COLUMN tally TEXT;

        ALTER TABLE attempt ADD COLUMN waited_seconds REAL;
        ALTER TABLE attempt ADD COLUMN backoff_seconds REAL;
        ALTER TABLE attempt ADD COLUMN cost_by TEXT;
        ALTER TABLE attempt ADD COLUMN request TEXT;
        DROP INDEX attempt_sitting;
        CREATE INDEX attempt_sitting ON attempt (sitting, id, key, outcome);
        CREATE INDEX attempt_request ON attempt (request);

        ALTER TABLE judgement ADD COLUMN waited_seconds REAL;
        ALTER TABLE judgement ADD COLUMN backoff_seconds REAL;
        ALTER TABLE judgement ADD COLUMN cost_by TEXT;
        """,
        """
        ALTER TABLE attempt ADD COLUMN reused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE judgement ADD COLUMN reused INTEGER NOT NULL DEFAULT 0;
        """,
        """
        CREATE TABLE batch (
            key TEXT PRIMARY KEY,
            sitting TEXT NOT NULL,
            begun_at TEXT NOT NULL,
            remote TEXT,
            reserved_yuan TEXT NOT NULL,
            ended_at TEXT
        ) WITHOUT ROWID;
        CREATE INDEX batch_open ON batch (sitting) WHERE ended_at IS NULL;

        CREATE TABLE batch_attempt (
            batch TEXT NOT NULL,
            nth INTEGER NOT NULL,
            attempt TEXT NOT NULL,
            PRIMARY KEY (batch, nth)
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE sheet (
            id INTEGER PRIMARY KEY,
            sitting TEXT NOT NULL UNIQUE,
            mark TEXT NOT NULL,
            packed BLOB NOT NULL
        );
        """,
        """
        ALTER TABLE attempt ADD COLUMN marked_by TEXT;

        CREATE TABLE mark (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            sitting TEXT NOT NULL,
            attempt TEXT NOT NULL,
            exam TEXT NOT NULL,
            model TEXT NOT NULL,
            question TEXT NOT NULL,
            repeat INTEGER NOT NULL,
            given_at TEXT NOT NULL,
            given_by TEXT NOT NULL,
            reason TEXT NOT NULL,
            verdict TEXT,
            points TEXT,
            answer_key TEXT NOT NULL,
            before_verdict TEXT,
            before_points TEXT,
            before_rule TEXT,
            after_verdict TEXT,
            after_points TEXT,
            after_rule TEXT
        );
        """,
        """
        CREATE TABLE published (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            board TEXT NOT NULL,
            file TEXT NOT NULL,
            content TEXT NOT NULL,
            imported_at TEXT NOT NULL,
            source TEXT,
            questions INTEGER,
            score TEXT
        );
        CREATE INDEX published_name ON published (name, id);
        """,
        """
        CREATE TABLE key_decision (
            id INTEGER PRIMARY KEY,
            exam TEXT NOT NULL,
            language TEXT NOT NULL,
            question TEXT NOT NULL,
            text TEXT NOT NULL,
            kind TEXT NOT NULL,
            file_key TEXT NOT NULL,
            reason TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            new_key TEXT,
            decided_by TEXT
        );
        CREATE INDEX key_decision_exam ON key_decision (exam, language, id);
        """,
        """
        CREATE INDEX IF NOT EXISTS sitting_used ON sitting (used);
        CREATE INDEX IF NOT EXISTS first_seen_nth ON first_seen (nth);
        """,
        """
        -- Which attempts became others since they were first recorded: those who read the ledger beside its writer follow by it.
        CREATE TABLE changed (
            nth INTEGER PRIMARY KEY,
            attempt INTEGER NOT NULL UNIQUE
        );
        CREATE TRIGGER attempt_changed AFTER UPDATE OF outcome, reply, error, verdict, points, reading_answer, reading_rule, marked_by ON attempt BEGIN
            INSERT OR REPLACE INTO changed (nth, attempt) VALUES ((SELECT coalesce(max(nth), 0) + 1 FROM changed), new.id);
        END;
        """,
        """
        CREATE INDEX sitting_model ON sitting (settings ->> '$.provider', settings ->> '$.id');

        -- How often the results of an exam changed: every write of attempts or grades touches their sitting's sums.
        CREATE TABLE exam_change (
            exam TEXT NOT NULL,
            language TEXT NOT NULL,
            nth INTEGER NOT NULL,
            PRIMARY KEY (exam, language)
        ) WITHOUT ROWID;
        INSERT INTO exam_change SELECT DISTINCT exam, language, 1 FROM sitting;
        CREATE TRIGGER sitting_added AFTER INSERT ON sitting BEGIN
            INSERT INTO exam_change VALUES (new.exam, new.language, 1) ON CONFLICT (exam, language) DO UPDATE SET nth = nth + 1;
        END;
        CREATE TRIGGER sitting_changed AFTER UPDATE ON sitting BEGIN
            INSERT INTO exam_change VALUES (new.exam, new.language, 1) ON CONFLICT (exam, language) DO UPDATE SET nth = nth + 1;
        END;
        """,
    ];

    /// <summary>The version that this program makes.</summary>
    public static int Latest => Versions.Length;

    /// <summary>Opens a ledger to look at, whatever its state and version, changing nothing.</summary>
    public static SqliteConnection OpenAsItIs(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Lets a connection read a file that is shorter than it should be.</summary>
    public static void BearDamage(SqliteConnection connection) => Execute(connection, "PRAGMA writable_schema = ON");

    /// <exception cref="BadInputException">The ledger was made by a newer program.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        for (var version = VersionOf(connection, path); version < Versions.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, Versions[version] + $"PRAGMA user_version = {version + 1};");
            transaction.Commit();
        }
    }

    /// <exception cref="BadInputException">The ledger was made by another version of the program.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) < Versions.Length)
        {
            throw new BadInputException(new(
                $"{path} was made by an older Jinbang, and nothing is to be changed in it. Run `jinbang board` in its folder once, which brings it up to date.",
                $"{path} 由旧版本的 Jinbang 创建，而这里不会改动它。请先在它所在的目录运行一次 `jinbang board`，使其升级。"));
        }
    }

    private static int VersionOf(SqliteConnection connection, string path)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        return version <= Versions.Length ? version : throw new BadInputException(new(
            $"{path} was made by a newer Jinbang (ledger version {version}, this program knows {Versions.Length}). Update Jinbang.",
            $"{path} 由更新版本的 Jinbang 创建（账本版本 {version}，本程序支持 {Versions.Length}）。请升级 Jinbang。"));
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
