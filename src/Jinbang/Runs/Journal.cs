using System.Threading.Channels;

namespace Jinbang.Runs;

/// <summary>Takes attempts from many askers and records them in the ledger in batches, one commit for all that wait.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int LargestBatch = 1000;

    private readonly Channel<(string Sitting, LedgerEntry Entry, TaskCompletionSource Recorded)> waiting =
        Channel.CreateUnbounded<(string, LedgerEntry, TaskCompletionSource)>(new() { SingleReader = true });

    private readonly Ledger ledger;
    private readonly CancellationToken ledgerLife;
    private readonly Task writing;

    /// <param name="ledger">Where attempts are kept.</param>
    /// <param name="cancellationToken">Of the ledger's life, not of the run's: what was answered is recorded even
    /// when the run is cancelled.</param>
    public Journal(Ledger ledger, CancellationToken cancellationToken)
    {
        this.ledger = ledger;
        ledgerLife = cancellationToken;
        writing = Task.Run(() => WriteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Records an attempt; done when it is on disk.</summary>
    public Task RecordAsync(string sitting, LedgerEntry entry)
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Writer.TryWrite((sitting, entry, recorded))
            ? recorded.Task
            : throw new InvalidOperationException("The journal is closed.");
    }

    /// <summary>Replaces the grade of a recorded attempt; done when it is on disk.</summary>
    public Task RegradeAsync(LedgerEntry entry) => ledger.RegradeAsync([entry], ledgerLife);

    /// <summary>Records what waits and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var batch = new List<(string Sitting, LedgerEntry Entry, TaskCompletionSource Recorded)>();
        while (await waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            foreach (var sitting in batch.GroupBy(item => item.Sitting))
            {
                await WriteAsync(sitting.Key, [.. sitting], cancellationToken);
            }
        }
    }

    private async Task WriteAsync(
        string sitting, List<(string Sitting, LedgerEntry Entry, TaskCompletionSource Recorded)> items, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.RecordAsync(sitting, [.. items.Select(item => item.Entry)], cancellationToken);
            items.ForEach(item => item.Recorded.SetResult());
        }
        catch (Exception fault)
        {
            // Whoever waits for the record hears of a full disk or a damaged file; the run then stops.
            items.ForEach(item => item.Recorded.SetException(fault));
        }
    }
}
