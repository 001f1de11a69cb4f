using System.Data.Common;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>This process among those at work on a PostgreSQL ledger: a row that beats, on a thread and a connection of its own, so that neither a busy
/// pool of threads nor a long commit holds a beat up.</summary>
internal sealed class PostgresHolder : IAsyncDisposable
{
    private readonly ManualResetEvent leaving = new(false);
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NpgsqlDataSource source;
    private readonly Pulse pulse;

    private PostgresHolder(string connection, TimeProvider time)
    {
        // A beat that hangs is given up before the holder must stop; then the next one begins on another connection.
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Timeout = 1, CommandTimeout = 1, CancellationTimeout = -1 }.ToString();
        source = new NpgsqlSlimDataSourceBuilder(settings).EnableTransportSecurity().Build();
        pulse = new Pulse(source.CreateConnection, time);
    }

    /// <summary>Its number, which nobody else ever had or will have.</summary>
    public long Number => pulse.Number;

    /// <inheritdoc cref="Pulse.MayBegin"/>
    public bool MayBegin => pulse.MayBegin;

    /// <inheritdoc cref="Pulse.IsRemoved"/>
    public bool IsRemoved => pulse.IsRemoved;

    /// <inheritdoc cref="Pulse.Removed"/>
    public CancellationToken Removed => pulse.Removed;

    /// <inheritdoc cref="Pulse.AdmitAsync"/>
    public ValueTask AdmitAsync(CancellationToken cancellationToken) => pulse.AdmitAsync(cancellationToken);

    /// <summary>Joins those who are at work.</summary>
    /// <param name="connection">The ledger's connection string.</param>
    /// <param name="name">What people call this process.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="silo">Its address among silos; null when it is none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<PostgresHolder> JoinAsync(
        string connection, string name, string version, string? silo, TimeProvider time, CancellationToken cancellationToken)
    {
        var holder = new PostgresHolder(connection, time);
        new Thread(() => holder.Live(name, version, silo)) { IsBackground = true, Name = "beats" }.Start();
        try
        {
            await holder.joined.Task.WaitAsync(cancellationToken);
            return holder;
        }
        catch
        {
            await holder.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes note of what a commit found out: this holder was removed.</summary>
    public void Remove() => pulse.Remove();

    /// <summary>Leaves: what it held is free at once. Without the database others find out by themselves.</summary>
    public async ValueTask DisposeAsync()
    {
        leaving.Set();
        await ended.Task;
        await source.DisposeAsync();
        leaving.Dispose();
    }

    private void Live(string name, string version, string? silo)
    {
        try
        {
            pulse.Join(name, version, silo);
            joined.SetResult();
            // The thread waits by itself: a timer of the clock would ring on the pool, which may be busy.
            while (!leaving.WaitOne(Pulse.Every) && !pulse.IsRemoved)
            {
                pulse.Beat();
            }

            pulse.Leave();
        }
        catch (DbException fault)
        {
            joined.TrySetException(fault);
        }
        catch (Exception bug)
        {
            joined.TrySetException(bug);
            ended.TrySetException(bug);
        }
        finally
        {
            pulse.Remove();
            pulse.Dispose();
            ended.TrySetResult();
        }
    }
}
