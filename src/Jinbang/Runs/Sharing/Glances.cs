using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>How those who share a run wait for what others do: they look four times a second. A database that is away shows nothing, and is borne with.</summary>
internal static class Glances
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks until something is to be seen.</summary>
    /// <param name="look">Looks; null when there is nothing yet.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What was seen.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look, TimeProvider time, CancellationToken cancellationToken)
        where T : struct
    {
        while (true)
        {
            if (await LookAsync(look) is { } seen)
            {
                return seen;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Does something, again while the database is away.</summary>
    /// <param name="work">Does it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static Task DoAsync(Func<Task> work, TimeProvider time, CancellationToken cancellationToken) =>
        UntilAsync(() => AfterAsync(work, true), time, cancellationToken);

    /// <summary>Does something at each look, until it is cancelled.</summary>
    /// <param name="work">Does it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static Task RepeatAsync(Func<Task> work, TimeProvider time, CancellationToken cancellationToken) =>
        UntilAsync(() => AfterAsync(work, null), time, cancellationToken);

    private static async Task<bool?> AfterAsync(Func<Task> work, bool? seen)
    {
        await work();
        return seen;
    }

    private static async Task<T?> LookAsync<T>(Func<Task<T?>> look)
        where T : struct
    {
        try
        {
            return await look();
        }
        catch (Exception fault) when (PostgresFaults.IsPassing(fault))
        {
            return null;
        }
    }
}
