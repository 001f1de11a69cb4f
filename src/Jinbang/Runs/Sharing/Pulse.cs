using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>A holder's life in the database, one beat after the other: it shows that it is alive, stops itself in time, and removes those who
/// are not. Beats when it is told to, on one thread at a time; what it says of itself may be asked on any.</summary>
/// <param name="open">Opens a connection that is only for this.</param>
/// <param name="time">The clock; it need agree with no other.</param>
internal sealed class Pulse(Func<NpgsqlConnection> open, TimeProvider time) : IDisposable
{
    /// <summary>How often to beat.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(0.5);

    /// <summary>How long after the sending of a beat that succeeded something may still begin: a second less than others wait.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1.5);

    // A beat that waited for a dead holder's last commit would miss its own time.
    private static readonly TimeSpan RemovalPatience = TimeSpan.FromMilliseconds(200);

    private readonly Onlooker onlooker = new(time);
    private NpgsqlConnection? connection;
    private long sentAt;
    private readonly CancellationTokenSource removed = new();
    private volatile bool isRemoved;
    private volatile bool isAway;
    private volatile TaskCompletionSource beaten = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its number, which nobody else ever had or will have.</summary>
    public long Number { get; private set; }

    /// <summary>Whether it was removed, for good.</summary>
    public bool IsRemoved => isRemoved;

    /// <summary>Whether anything may begin now, by the clock itself, however busy the process is: the last beat succeeded, and not long ago.</summary>
    public bool MayBegin => !isRemoved && !isAway && time.GetElapsedTime(Volatile.Read(ref sentAt)) < Lasts;

    /// <summary>Cancelled when it was removed.</summary>
    public CancellationToken Removed => removed.Token;

    /// <summary>Waits until something may begin, which is at once as long as beats succeed.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled, or it was removed.</exception>
    public async ValueTask AdmitAsync(CancellationToken cancellationToken)
    {
        while (!MayBegin)
        {
            var next = beaten.Task;
            removed.Token.ThrowIfCancellationRequested();
            if (!MayBegin)
            {
                await next.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Takes a place among those who are at work.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public void Join(string name, string version, string? silo)
    {
        var sent = time.GetTimestamp();
        Number = Fence.Join(Connection(), name, version, silo);
        Fence.Mark(Connection(), Number);
        Volatile.Write(ref sentAt, sent);
    }

    /// <summary>Beats, looks at the others, and removes who stands still.</summary>
    public void Beat()
    {
        try
        {
            var sent = time.GetTimestamp();
            if (isRemoved || !Fence.Beat(Connection(), Number))
            {
                Remove();
                return;
            }

            Volatile.Write(ref sentAt, sent);
            isAway = false;
            Tell();
            RemoveOthers();
        }
        catch (Exception fault) when (IsPassing(fault))
        {
            // The others may have seen the connection end, and then do not wait as long.
            isAway = true;
            onlooker.Blink();
            Disconnect();
        }
    }

    /// <summary>Takes note of what a commit found out: the holder was removed.</summary>
    public void Remove()
    {
        isRemoved = true;

        // Whoever hears of it goes on elsewhere: the next beat must not wait for that.
        _ = removed.CancelAsync();
        Tell();
    }

    /// <summary>Gives up its place, with its leases and yuan.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached; others will remove it.</exception>
    public void Leave()
    {
        if (!isRemoved)
        {
            Fence.Remove(Connection(), Number, beat: null, Lasts);
            Remove();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Disconnect();

    private static bool IsPassing(Exception fault) => fault is DbException or SocketException or IOException or TimeoutException;

    private void RemoveOthers()
    {
        foreach (var still in onlooker.Look(Fence.Look(Connection())))
        {
            try
            {
                Fence.Remove(Connection(), still.Number, still.Beat, RemovalPatience);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Its last commit is under way; the next look tries again.
            }
        }
    }

    private void Tell()
    {
        var heard = beaten;
        beaten = new(TaskCreationOptions.RunContinuationsAsynchronously);
        heard.TrySetResult();
    }

    private NpgsqlConnection Connection()
    {
        if (connection is null)
        {
            connection = open();
            connection.Open();
            if (Number > 0)
            {
                Fence.Mark(connection, Number);
            }
        }

        return connection;
    }

    private void Disconnect()
    {
        connection?.Dispose();
        connection = null;
    }
}
