using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>Keeps a PostgreSQL ledger to one writing program at a time. The lock belongs to a session: it ends with the connection, and so with the program.</summary>
internal sealed class PostgresHold : IDisposable
{
    private readonly NpgsqlConnection session;

    private PostgresHold(NpgsqlConnection session) => this.session = session;

    /// <summary>Takes the lock; null when another program has it.</summary>
    /// <exception cref="BadInputException">The server cannot be reached.</exception>
    public static PostgresHold? TryTake(string connection)
    {
        var session = Open(connection);
        if (Ask(session, PostgresLocks.Try(PostgresLocks.Writer)))
        {
            return new(session);
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

    private static bool Ask(NpgsqlConnection session, string question)
    {
        using var command = new NpgsqlCommand($"SELECT {question}", session);
        return command.ExecuteScalar() is true;
    }
}
