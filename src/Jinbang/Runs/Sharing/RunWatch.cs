using System.Collections.Concurrent;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>Looks at a run four times a second for all in a process who wait for something of it, so that none of them asks the database by itself.</summary>
/// <param name="source">The database.</param>
/// <param name="run">The run.</param>
/// <param name="time">The clock.</param>
internal sealed class RunWatch(NpgsqlDataSource source, string run, TimeProvider time)
{
    private const string OfRun = "SELECT state, EXISTS (SELECT FROM budget WHERE run = $1 AND is_wanted) FROM run WHERE id = $1";

    private const string OfWork = """
        SELECT w.sitting, w.stopped IS NOT NULL, w.next < w.places OR EXISTS (SELECT FROM lease l WHERE l.sitting = w.sitting AND l.holder IS NULL),
            EXISTS (SELECT FROM lease l WHERE l.sitting = w.sitting)
        FROM work w WHERE w.run = $1 AND w.sitting = ANY ($2)
        """;

    private readonly Persistence persistence = new(time);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkSight>> waiting = new();

    /// <summary>What is left of a sitting, at the next look.</summary>
    public Task<WorkSight> NextAsync(string sitting, CancellationToken cancellationToken) =>
        waiting.GetOrAdd(sitting, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);

    /// <summary>Watches until the run is no longer running.</summary>
    /// <param name="wanted">Called when others need yuan that are drawn and not used.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task WatchAsync(Func<Task> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Persistence.Pause, time, cancellationToken);
            var (state, isWanted) = await persistence.TryAsync(LookAsync, cancellationToken);
            if (isWanted)
            {
                await wanted();
            }

            if (state is not RunState.Running)
            {
                return;
            }
        }
    }

    private async Task<(RunState? State, bool IsWanted)> LookAsync(CancellationToken cancellationToken)
    {
        string[] sittings = [.. waiting.Keys];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.With(OfRun, run).With(OfWork, run, sittings);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = await reader.ReadAsync(cancellationToken) ? (Enum.Parse<RunState>(reader.GetString(0)), reader.GetBoolean(1)) : ((RunState?)null, false);
        await reader.NextResultAsync(cancellationToken);
        var sights = new Dictionary<string, WorkSight>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sights[reader.GetString(0)] = new(reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3));
        }

        foreach (var sitting in sittings)
        {
            waiting.TryRemove(sitting, out var waiter);
            waiter?.SetResult(sights.GetValueOrDefault(sitting, WorkSight.Gone));
        }

        return found;
    }
}
