using System.Threading.Channels;

namespace Jinbang.Runs;

/// <summary>Takes attempts from many askers and writes them to the ledger in batches, one commit for all that wait.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int LargestBatch = 1000;

    // With the commit after it, what waits is on disk within 50 ms; whoever brings more while the disk is slower waits for it.
    private static readonly TimeSpan LongestLag = TimeSpan.FromMilliseconds(25);

    private readonly Channel<(JournalLine Line, TaskCompletionSource? Recorded)> waiting =
        Channel.CreateUnbounded<(JournalLine, TaskCompletionSource?)>(new() { SingleReader = true });

    private readonly Ledger ledger;
    private readonly TimeProvider time;
    private readonly Task writing;
    private Commit commit = new(0, Task.CompletedTask);

    /// <param name="ledger">Where attempts are kept.</param>
    /// <param name="time">The clock of lags.</param>
    /// <param name="cancellationToken">Of the ledger's life, not of the run's: what was answered is recorded even
    /// when the run is cancelled.</param>
    public Journal(Ledger ledger, TimeProvider time, CancellationToken cancellationToken)
    {
        this.ledger = ledger;
        this.time = time;
        writing = Task.Run(() => WriteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Records an attempt; done when it is on disk.</summary>
    public Task RecordAsync(JournalLine line)
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Take(line, recorded);
        return recorded.Task;
    }

    /// <summary>Records an attempt; done before it is on disk, unless the disk does not keep up.</summary>
    public Task PostAsync(JournalLine line)
    {
        Take(line, null);
        var now = Volatile.Read(ref commit);
        return now.Ended.IsCompletedSuccessfully || time.GetElapsedTime(now.Since) < LongestLag ? Task.CompletedTask : now.Ended;
    }

    /// <summary>Records what waits and closes; done when all is on disk.</summary>
    public Task CompleteAsync()
    {
        waiting.Writer.TryComplete();
        return writing;
    }

    /// <summary>Closes; what went wrong was told to those who wait for it.</summary>
    public async ValueTask DisposeAsync() =>
        await CompleteAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Take(JournalLine line, TaskCompletionSource? recorded)
    {
        if (!waiting.Writer.TryWrite((line, recorded)))
        {
            throw writing.Exception?.InnerException ?? new InvalidOperationException("The journal is closed.");
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var batch = new List<(JournalLine Line, TaskCompletionSource? Recorded)>();
        while (await waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref commit, new Commit(time.GetTimestamp(), ended.Task));
            batch.Clear();
            while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await WriteAsync([.. batch.Select(item => item.Line)], cancellationToken);
            }
            catch (Exception fault)
            {
                // Everybody hears of a full disk or a damaged file; the run then stops.
                waiting.Writer.TryComplete(fault);
                batch.ForEach(item => item.Recorded?.SetException(fault));
                ended.SetException(fault);
                throw;
            }

            batch.ForEach(item => item.Recorded?.SetResult());
            ended.SetResult();
        }
    }

    private async Task WriteAsync(IReadOnlyList<JournalLine> lines, CancellationToken cancellationToken)
    {
        var sittings = lines.GroupBy(line => line.Progress)
            .Select(own => (Progress: own.Key, Lines: own.ToList(), Next: own.Key.With(own))).ToList();
        await ledger.WriteAsync([.. sittings.Select(sitting => Change(sitting.Progress, sitting.Lines, sitting.Next))], cancellationToken);
        sittings.ForEach(sitting => sitting.Progress.Publish(sitting.Next, sitting.Lines));
    }

    private static LedgerChange Change(ModelProgress progress, List<JournalLine> lines, Grading.Tally next) => new(progress.Sitting)
    {
        Recorded = [.. lines.Where(line => !line.IsRegrade).Select(line => line.Entry)],
        Regraded = [.. lines.Where(line => line.IsRegrade).Select(line => line.Entry)],
        Sums = progress.Mark is { } mark ? new SittingSums(mark, next) : null,
    };

    private sealed record Commit(long Since, Task Ended);
}
