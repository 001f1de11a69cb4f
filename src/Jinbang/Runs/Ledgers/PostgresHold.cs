using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>Keeps a PostgreSQL ledger to one writing program at a time. The lock belongs to a session: it ends with the connection, and so with the program.</summary>
internal sealed class PostgresHold : IDisposable
{
    private readonly NpgsqlConnection session;

    private PostgresHold(NpgsqlConnection session) => this.session = session;

    /// <summary>Takes the lock; null when another program has it.</summary>
    /// <param name="connection">What Npgsql connects by.</param>
    /// <param name="patience">How long to wait for it.</param>
    /// <exception cref="BadInputException">The server cannot be reached.</exception>
    public static PostgresHold? TryTake(string connection, TimeSpan patience)
    {
        var session = Open(connection);
        try
        {
            if (Ask(session, PostgresLocks.Try(PostgresLocks.Writer)) || (patience > TimeSpan.Zero && Await(session, patience)))
            {
                return new(session);
            }
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // Waited for in vain.
        }

        session.Dispose();
        return null;
    }

    /// <summary>Whether a program has the lock.</summary>
    /// <exception cref="BadInputException">The server cannot be reached.</exception>
    public static bool IsTaken(string connection)
    {
        using var session = Open(connection);
        return Ask(session, PostgresLocks.IsTaken(PostgresLocks.Writer));
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    // Not of the pool, where a session would live on; and with a sign of life, lest a router forget it.
    private static NpgsqlConnection Open(string connection)
    {
        var settings = PostgresSettings.Of(connection, "");
        (settings.Pooling, settings.KeepAlive) = (false, 30);
        var session = PostgresSettings.SourceOf(settings).CreateConnection();
        try
        {
            session.Open();
            return session;
        }
        catch (Exception fault) when (PostgresFaults.Of(fault, PostgresSettings.NameOf(settings)) is { } known)
        {
            session.Dispose();
            throw new BadInputException(known.Problem, fault);
        }
    }

    private static bool Await(NpgsqlConnection session, TimeSpan patience)
    {
        using var command = new NpgsqlCommand(
            $"SET lock_timeout = {(int)patience.TotalMilliseconds}; SELECT {PostgresLocks.Keep(PostgresLocks.Writer)}", session);
        command.ExecuteNonQuery();
        return true;
    }

    private static bool Ask(NpgsqlConnection session, string question)
    {
        using var command = new NpgsqlCommand($"SELECT {question}", session);
        return command.ExecuteScalar() is true;
    }
}
