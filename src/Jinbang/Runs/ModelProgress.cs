using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Batches;

namespace Jinbang.Runs;

/// <summary>How far one model has come; safe to read from any thread while the run goes on.</summary>
public sealed class ModelProgress
{
    private readonly Lock gate = new();

    // Replaced as a whole after each commit, never changed.
    private Tally tally = new();
    private Phrase? stopped;
    private string? lastError;
    private BatchView? batches;

    internal ModelProgress(Sitting sitting, int planned)
    {
        Sitting = sitting.Key;
        Model = sitting.Model;
        Planned = planned;
    }

    internal string Sitting { get; }

    /// <summary>What the sums are counted by; null when some of them are counted by grades that the ledger does not have.</summary>
    internal string? Mark { get; private set; }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>Attempts that a full examination makes.</summary>
    public int Planned { get; }

    /// <summary>Attempts that this run made, as against those found in the ledger.</summary>
    public int AskedNow { get; private set; }

    /// <summary>Of these, attempts answered by replies that were kept already.</summary>
    public int ReusedNow { get; private set; }

    /// <summary>Attempts that were to be replayed, and that the replayed ledger does not have.</summary>
    public int NotHeld { get; private set; }

    /// <summary>Why the model is asked nothing more although attempts are missing; null while all is well.</summary>
    public Phrase? Stopped
    {
        get
        {
            lock (gate)
            {
                return stopped;
            }
        }
    }

    /// <summary>What the last attempt without a reply ended with; null when there was none.</summary>
    public string? LastError
    {
        get
        {
            lock (gate)
            {
                return lastError;
            }
        }
    }

    /// <summary>How its batches stand; null when it has none.</summary>
    public BatchView? Batches { get => Volatile.Read(ref batches); internal set => Volatile.Write(ref batches, value); }

    /// <summary>Whether every planned attempt has a graded reply.</summary>
    public bool IsFull => Read(sums => sums.Graded) >= Planned;

    /// <summary>Reads the sums so far: of what is in the ledger, and nothing else.</summary>
    public T Read<T>(Func<Tally, T> look) => look(Volatile.Read(ref tally));

    /// <summary>Begins with what the ledger has.</summary>
    internal void Begin(Tally kept, string? mark)
    {
        Mark = mark;
        tally = kept;
    }

    /// <summary>The sums with further attempts, before anybody sees them.</summary>
    internal Tally With(IEnumerable<JournalLine> lines)
    {
        var next = tally.Copy();
        foreach (var line in lines)
        {
            if (line.Final is { } answer)
            {
                next.Add(answer.Graded);
            }
        }

        return next;
    }

    /// <summary>Shows the sums of what is now in the ledger.</summary>
    internal void Publish(Tally next, IReadOnlyList<JournalLine> lines)
    {
        lock (gate)
        {
            Volatile.Write(ref tally, next);
            AskedNow += lines.Count(line => line is { Final: not null, IsOfThisRun: true });
            ReusedNow += lines.Count(line => line is { Final.Graded.Reply.IsReused: true, IsOfThisRun: true });
            lastError = lines.LastOrDefault(line => line.Entry?.Reply.Error is not null)?.Entry?.Reply.Error ?? lastError;
        }
    }

    /// <summary>Lines of batch results that were passed over: broken, too long, there twice, or of no request.</summary>
    public int StrangeLines { get; private set; }

    internal void AddStrangeLines(int count)
    {
        lock (gate)
        {
            StrangeLines += count;
        }
    }

    internal void Miss()
    {
        lock (gate)
        {
            NotHeld++;
        }
    }

    /// <summary>Stops the asking.</summary>
    /// <returns>Whether it had not been stopped before.</returns>
    internal bool Stop(Phrase why)
    {
        lock (gate)
        {
            var isFirst = stopped is null;
            stopped ??= why;
            return isFirst;
        }
    }
}
