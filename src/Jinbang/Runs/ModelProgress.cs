using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>How far one model has come; safe to read from any thread while the run goes on.</summary>
public sealed class ModelProgress
{
    private readonly Lock gate = new();
    private readonly Tally tally = new();
    private Phrase? stopped;
    private string? lastError;

    internal ModelProgress(Model model, int planned)
    {
        Model = model;
        Planned = planned;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>Attempts that a full examination makes.</summary>
    public int Planned { get; }

    /// <summary>Attempts that this run made, as against those found in the ledger.</summary>
    public int AskedNow { get; private set; }

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

    /// <summary>Whether every planned attempt has a graded reply.</summary>
    public bool IsFull => Read(sums => sums.Graded) >= Planned;

    /// <summary>Reads the sums so far.</summary>
    public T Read<T>(Func<Tally, T> look)
    {
        lock (gate)
        {
            return look(tally);
        }
    }

    internal void Add(GradedReply answer, bool now)
    {
        lock (gate)
        {
            tally.Add(answer);
            AskedNow += now ? 1 : 0;
            lastError = answer.Reply.Error ?? lastError;
        }
    }

    internal void Stop(Phrase why)
    {
        lock (gate)
        {
            stopped ??= why;
        }
    }
}
