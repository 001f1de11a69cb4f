namespace Jinbang.Runs.Ledgers;

/// <summary>Advisory locks of PostgreSQL by which programs that share a ledger wait for each other. They belong to the schema that the tables are in.</summary>
internal static class PostgresLocks
{
    /// <summary>Who makes tables.</summary>
    public const int Schema = 0x4A420000;

    /// <summary>Who writes.</summary>
    public const int Writer = Schema + 1;

    /// <summary>Who begins sittings.</summary>
    public const int Beginning = Schema + 2;

    /// <summary>The schema's number.</summary>
    public const string Place = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

    /// <summary>The rows of the locks that anybody has in this database: <c>classid</c> and <c>objid</c> are their two numbers.</summary>
    public const string Taken = """
        pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    /// <summary>Waits for a lock, which ends with the transaction.</summary>
    public static string Wait(int which) => $"pg_advisory_xact_lock({which}, CAST({Place} AS integer))";

    /// <summary>Waits for a lock, which ends with the session.</summary>
    public static string Keep(int which) => $"pg_advisory_lock({which}, CAST({Place} AS integer))";

    /// <summary>Takes a lock, which ends with the session; false when another has it.</summary>
    public static string Try(int which) => $"pg_try_advisory_lock({which}, CAST({Place} AS integer))";

    /// <summary>Keeps whoever takes a lock alone from it, until the transaction ends; false when somebody has it alone.</summary>
    public static string TryBeside(int which) => $"pg_try_advisory_xact_lock_shared({which}, CAST({Place} AS integer))";

    /// <summary>Whether anybody has a lock.</summary>
    public static string IsTaken(int which) => $"EXISTS (SELECT 1 FROM {Taken} AND CAST(classid AS bigint) = {which} AND objid = {Place})";
}
