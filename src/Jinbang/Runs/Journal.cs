using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Jinbang.Runs;

/// <summary>Takes what many askers have to write and puts it into the ledger in batches, one commit for all that wait.
/// While the ledger cannot be written nothing new is asked.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int LargestBatch = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<JournalLine> waiting = Channel.CreateUnbounded<JournalLine>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, Books> books = new();
    private readonly CancellationTokenSource failed = new();
    private readonly Ledger ledger;
    private readonly Budget budget;
    private readonly RunSettings settings;
    private readonly TimeProvider time;
    private readonly CancellationToken patience;
    private readonly Task writing;
    private volatile LedgerFaultException? trouble;
    private volatile TaskCompletionSource? mended;

    /// <param name="ledger">Where things are kept.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="settings">How long to go on trying.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the trying when writing fails. What can be written is written even so: what was
    /// answered is recorded also when the run is cancelled.</param>
    public Journal(Ledger ledger, Budget budget, RunSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.ledger, this.budget, this.settings, this.time) = (ledger, budget, settings, time);
        patience = cancellationToken;
        writing = Task.Run(WriteAsync, default);
    }

    /// <summary>Why nothing can be written at present; null while all is well.</summary>
    public Phrase? Trouble => trouble?.Problem;

    /// <summary>Cancelled when the ledger could not be written for too long.</summary>
    public CancellationToken Failed => failed.Token;

    /// <summary>Replies and judgements that could not be kept.</summary>
    public int NotKept { get; private set; }

    /// <summary>Opens a hold for the calls of one attempt.</summary>
    /// <param name="sitting">The key of the sitting that bears the cost.</param>
    public Hold Open(string sitting) => new(budget, this, BooksOf(sitting));

    /// <summary>Lets a call be sent: waits while nothing can be written, and until the mark on disk covers the call.</summary>
    /// <exception cref="LedgerFaultException">The ledger could not be written for too long.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled while waiting.</exception>
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
    }

    /// <summary>Records an attempt and settles what it cost; done when it is on disk.</summary>
    public Task RecordAsync(LedgerEntry entry, Hold hold) => Write(new JournalLine(hold.Books) { Entry = entry, Hold = hold });

    /// <summary>Keeps a judgement and settles what it cost; done when it is on disk.</summary>
    public Task KeepAsync(LedgerJudgement judgement, Hold hold) => Write(new JournalLine(hold.Books) { Judgement = judgement, Hold = hold });

    /// <summary>Replaces the grade of a recorded attempt; done when it is on disk.</summary>
    public Task RegradeAsync(string sitting, LedgerEntry entry) => Write(new JournalLine(BooksOf(sitting)) { Grade = entry });

    /// <summary>Records what waits, closes the books and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        failed.Dispose();
    }

    private Books BooksOf(string sitting) => books.GetOrAdd(sitting, key => new Books(key, time));

    private Task Write(JournalLine line) => waiting.Writer.TryWrite(line)
        ? line.Written.Task
        : throw new InvalidOperationException("The journal is closed.");

    private async Task WriteAsync()
    {
        var batch = new List<JournalLine>();
        while (await waiting.Reader.WaitToReadAsync(default))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await WriteAsync(batch, [.. batch.GroupBy(line => line.Books).Select(lines => new JournalEntry(lines.Key, [.. lines], closing: false))]);
        }

        await WriteAsync([], [.. books.Values.Select(payer => new JournalEntry(payer, [], closing: true)).Where(entry => !entry.IsEmpty)]);
    }

    private async Task WriteAsync(IReadOnlyList<JournalLine> lines, IReadOnlyList<JournalEntry> entries)
    {
        try
        {
            if (entries.Count > 0)
            {
                await PersistAsync([.. entries.Select(entry => entry.Page)]);
            }

            foreach (var entry in entries)
            {
                entry.Commit();
            }
        }
        catch (Exception fault)
        {
            // Whoever waits hears of it; the run then stops.
            NotKept += lines.Count(line => line.HoldsReply);
            foreach (var line in lines)
            {
                line.Written.SetException(fault);
            }
        }
    }

    /// <summary>Writes, and tries again for a while when that fails.</summary>
    private async Task PersistAsync(IReadOnlyList<LedgerPage> pages)
    {
        var started = time.GetTimestamp();
        while (trouble is null || !failed.IsCancellationRequested)
        {
            try
            {
                await ledger.WriteAsync(pages, default);
                Resume();
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
}
