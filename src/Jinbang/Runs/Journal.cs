using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Jinbang.Runs;

/// <summary>Takes what many askers have to write and puts it into the ledger in batches, one commit for all that wait.
/// While the ledger cannot be written nothing new is asked.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int LargestBatch = 1000;

    // The sitting of lines that write nothing.
    private const string Nobody = "";

    // What waits is on disk one commit later, so within 50 ms; whoever brings more while the disk is slower waits for it.
    private static readonly TimeSpan LongestLag = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<JournalLine> waiting = Channel.CreateUnbounded<JournalLine>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, Books> books = new();
    private readonly CancellationTokenSource failed = new();
    private readonly Holder holder;
    private readonly Budget budget;
    private readonly RunSettings settings;
    private readonly TimeProvider time;
    private readonly CancellationToken patience;
    private readonly Task writing;
    private int notKept;
    private volatile Batch batch = new(0, Task.CompletedTask);
    private volatile Exception? fault;
    private volatile LedgerFaultException? trouble;
    private volatile TaskCompletionSource? mended;

    /// <param name="holder">By whom things are kept.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="settings">How long to go on trying.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the trying when writing fails. What can be written is written even so: what was
    /// answered is recorded also when the run is cancelled.</param>
    public Journal(Holder holder, Budget budget, RunSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.holder, this.budget, this.settings, this.time) = (holder, budget, settings, time);
        patience = cancellationToken;
        Failed = failed.Token;
        writing = Task.Run(WriteAsync, default);
    }

    /// <summary>Why nothing can be written at present; null while all is well.</summary>
    public Phrase? Trouble => trouble?.Problem;

    /// <summary>Cancelled when the ledger could not be written for too long.</summary>
    public CancellationToken Failed { get; }

    /// <summary>Replies and judgements that could not be kept.</summary>
    public int NotKept => Volatile.Read(ref notKept);

    /// <summary>What kept something from being written for good; null while all is well.</summary>
    public Exception? Fault => fault;

    /// <summary>Opens a hold for the calls of one attempt.</summary>
    /// <param name="sitting">The key of the sitting that bears the cost.</param>
    /// <param name="model">The name of the model that is asked.</param>
    public Hold Open(string sitting, string model) => new(model, budget.Of(model), this, BooksOf(sitting));

    /// <summary>Lets a call be sent: waits while nothing can be written or may begin, and until the mark on disk covers the call.</summary>
    /// <exception cref="LedgerFaultException">The ledger could not be written for too long.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled while waiting, or nothing may begin any more.</exception>
    public async ValueTask AdmitAsync(Books payer, bool isCovered, CancellationToken cancellationToken)
    {
        if (!isCovered)
        {
            await Write(new JournalLine(payer)).WaitAsync(cancellationToken);
        }

        if (mended is { } pause)
        {
            await pause.Task.WaitAsync(cancellationToken);
        }

        // Last of all: a page that came too late has not raised the mark.
        await holder.AdmitAsync(cancellationToken);
    }

    /// <summary>Records an attempt and settles what it cost; done when it is on disk.</summary>
    /// <param name="progress">Whose sums it counts in.</param>
    /// <param name="entry">The attempt.</param>
    /// <param name="final">What becomes of it; null while judges are still to grade it.</param>
    /// <param name="hold">What was set aside for it; null when that is kept elsewhere.</param>
    public Task RecordAsync(ModelProgress progress, LedgerEntry entry, Finished? final, Hold? hold)
    {
        hold?.PassOn();
        return Write(new JournalLine(BooksOf(progress.Sitting)) { Progress = progress, Entry = entry, Final = final, Hold = hold });
    }

    /// <summary>Records an attempt as <see cref="RecordAsync"/> does; done at once, unless the disk does not keep up.</summary>
    public Task PostAsync(ModelProgress progress, LedgerEntry entry, Finished final, Hold? hold)
    {
        var recorded = RecordAsync(progress, entry, final, hold);
        var (since, written) = batch;
        return !recorded.IsFaulted && (written.IsCompleted || time.GetElapsedTime(since) < LongestLag) ? Task.CompletedTask : recorded;
    }

    /// <summary>Keeps a judgement and settles what it cost; done when it is on disk.</summary>
    public Task KeepAsync(LedgerJudgement judgement, Hold hold)
    {
        hold.PassOn();
        return Write(new JournalLine(hold.Books) { Judgement = judgement, Hold = hold });
    }

    /// <summary>Replaces the grade of a recorded attempt; done when it is on disk.</summary>
    /// <param name="progress">Whose sums it counts in.</param>
    /// <param name="entry">The attempt.</param>
    /// <param name="final">What becomes of it.</param>
    /// <param name="isOfThisRun">Whether this run asked it, as against found it.</param>
    public Task RegradeAsync(ModelProgress progress, LedgerEntry entry, Finished final, bool isOfThisRun) =>
        Write(new JournalLine(BooksOf(progress.Sitting)) { Progress = progress, Grade = entry, Final = final, IsOfThisRun = isOfThisRun });

    /// <summary>Done when everything that was posted is on disk.</summary>
    public Task FlushAsync() => Write(new JournalLine(BooksOf(Nobody)));

    /// <summary>Records what waits, closes the books and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        failed.Dispose();
    }

    private Books BooksOf(string sitting) => books.GetOrAdd(sitting, key => new Books(key, time));

    private Task Write(JournalLine line)
    {
        if (fault is { } earlier)
        {
            Miss(line);
            return Task.FromException(earlier);
        }

        return waiting.Writer.TryWrite(line) ? line.Written.Task : throw new InvalidOperationException("The journal is closed.");
    }

    private void Miss(JournalLine line) => Interlocked.Add(ref notKept, line.HoldsReply ? 1 : 0);

    private async Task WriteAsync()
    {
        var lines = new List<JournalLine>();
        while (await waiting.Reader.WaitToReadAsync(default))
        {
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            batch = new Batch(time.GetTimestamp(), written.Task);
            lines.Clear();
            while (lines.Count < LargestBatch && waiting.Reader.TryRead(out var next))
            {
                lines.Add(next);
            }

            await WriteAsync(lines, [.. lines.GroupBy(line => line.Books).Select(own => new JournalEntry(own.Key, [.. own], closing: false))]);
            written.SetResult();
        }

        await WriteAsync([], [.. books.Values.Select(payer => new JournalEntry(payer, [], closing: true))]);
    }

    private async Task WriteAsync(IReadOnlyList<JournalLine> lines, IReadOnlyList<JournalEntry> entries)
    {
        try
        {
            var pages = entries.Select(entry => entry.Page).Where(page => !page.IsEmpty).ToList();
            if (pages.Count > 0)
            {
                await PersistAsync(pages);
            }

            foreach (var entry in entries)
            {
                entry.Commit();
            }
        }
        catch (Exception thrown)
        {
            // Whoever waits hears of it, and whoever comes later; the run then stops.
            fault ??= thrown;
            foreach (var line in lines)
            {
                Miss(line);
                line.Written.SetException(thrown);
            }
        }
    }

    /// <summary>Writes, and tries again for a while when that fails.</summary>
    private async Task PersistAsync(List<LedgerPage> pages)
    {
        var started = time.GetTimestamp();
        while (trouble is null || !failed.IsCancellationRequested)
        {
            try
            {
                await holder.WriteAsync(pages, default);
                Resume();
                settings.Log.Committed(pages.Count, time.GetElapsedTime(started));
                return;
            }
            catch (LedgerFaultException fault)
            {
                Halt(fault);
                if (!fault.IsPassing || patience.IsCancellationRequested || time.GetElapsedTime(started) >= settings.LedgerPatience)
                {
                    await EndAsync(fault);
                    throw;
                }
            }

            await Task.Delay(Pause, time, patience).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        throw trouble;
    }

    private void Halt(LedgerFaultException fault)
    {
        settings.Log.LedgerHalted(isFirst: mended is null);
        trouble = fault;
        mended ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void Resume()
    {
        if (mended is { } pause)
        {
            (trouble, mended) = (null, null);
            pause.SetResult();
        }
    }

    private async Task EndAsync(LedgerFaultException fault)
    {
        await failed.CancelAsync();
        mended?.TrySetException(fault);
    }

    /// <summary>What is being written.</summary>
    private sealed record Batch(long Since, Task Written);
}
