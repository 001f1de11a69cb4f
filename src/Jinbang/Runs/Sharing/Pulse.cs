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
    private volatile bool isRemoved;
    private volatile CancellationTokenSource lost = new();

    /// <summary>Its number, which nobody else ever had or will have.</summary>
    public long Number { get; private set; }

    /// <summary>Whether it was removed, for good.</summary>
    public bool IsRemoved => isRemoved;

    /// <summary>Whether anything may begin now. Unlike <see cref="Lost"/> it is told by the clock itself, however busy the process is.</summary>
    public bool MayBegin => !isRemoved && time.GetElapsedTime(Volatile.Read(ref sentAt)) < Lasts;

    /// <summary>Cancelled when nothing may begin any more. When a beat succeeds later all the same, there is another token, and things may go on.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes a place among those who are at work.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public void Join(string name, string version, string? silo)
    {
        var sent = time.GetTimestamp();
        Number = Fence.Join(Connection(), name, version, silo);
        Volatile.Write(ref sentAt, sent);
    }

    /// <summary>Beats, looks at the others, and removes who stands still.</summary>
    public void Beat()
    {
        try
        {
            var sent = time.GetTimestamp();
            if (!isRemoved && Fence.Beat(Connection(), Number))
            {
                Volatile.Write(ref sentAt, sent);
            }
            else
            {
                isRemoved = true;
            }

            Tell();
            RemoveOthers();
        }
        catch (Exception fault) when (IsPassing(fault))
        {
            onlooker.Blink();
            Disconnect();
        }
        finally
        {
            Tell();
        }
    }

    /// <summary>Takes note of what a commit found out: the holder was removed.</summary>
    public void Remove()
    {
        isRemoved = true;
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
        if (isRemoved)
        {
            return;
        }

        foreach (var (number, beat) in onlooker.Look(Fence.Look(Connection())))
        {
            try
            {
                Fence.Remove(Connection(), number, beat, RemovalPatience);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Its last commit is under way; the next look tries again.
            }
        }
    }

    private void Tell()
    {
        lock (onlooker)
        {
            var mayBegin = MayBegin;
            if (mayBegin && lost.IsCancellationRequested)
            {
                lost = new();
            }
            else if (!mayBegin && !lost.IsCancellationRequested)
            {
                // Whoever hears of it goes on elsewhere: the next beat must not wait for that.
                _ = lost.CancelAsync();
            }
        }
    }

    private NpgsqlConnection Connection()
    {
        if (connection is null)
        {
            connection = open();
            connection.Open();
        }

        return connection;
    }

    private void Disconnect()
    {
        connection?.Dispose();
        connection = null;
    }
}
