using System.Net.Sockets;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>Tries a step again while the database is away: it may be starting anew, and what waits for it loses nothing.</summary>
/// <param name="time">The clock.</param>
internal sealed class Persistence(TimeProvider time)
{
    /// <summary>How long to wait before a step is tried again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes a step, however often it must be tried.</summary>
    /// <param name="step">What may be done twice: whether it was done the first time can be unknown.</param>
    /// <param name="cancellationToken">Ends the trying.</param>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await step(cancellationToken);
            }
            catch (Exception fault) when (IsPassing(fault) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private static bool IsPassing(Exception fault) => fault is SocketException or TimeoutException or IOException or NpgsqlException { IsTransient: true };
}
