using Jinbang.Models;

namespace Jinbang.Runs.Judges;

/// <summary>How a judge has fared; safe to read from any thread while the run goes on.</summary>
public sealed class JudgeProgress
{
    private readonly Lock gate = new();
    private Phrase? stopped;
    private string? lastError;
    private int asked;
    private int unheard;
    private int unheardInARow;

    internal JudgeProgress(Model model) => Model = model;

    /// <summary>The judge.</summary>
    public Model Model { get; }

    /// <summary>Replies that it judged in this run, as against judgements found in the ledger.</summary>
    public int Asked
    {
        get
        {
            lock (gate)
            {
                return asked;
            }
        }
    }

    /// <summary>Replies that wait for its judgement, since none was had.</summary>
    public int Unheard
    {
        get
        {
            lock (gate)
            {
                return unheard;
            }
        }
    }

    /// <summary>Why it is asked nothing more; null while all is well.</summary>
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

    /// <summary>What the last call without a reply ended with; null when there was none.</summary>
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

    internal void Count()
    {
        lock (gate)
        {
            asked++;
            unheardInARow = 0;
        }
    }

    /// <summary>Counts a reply that was not judged.</summary>
    /// <param name="error">What the call ended with; null when none was made.</param>
    /// <param name="giveUpAfter">Calls without a reply in a row after which the judge is left alone.</param>
    internal void Miss(string? error, int giveUpAfter)
    {
        lock (gate)
        {
            unheard++;
            lastError = error ?? lastError;
            unheardInARow += error is null ? 0 : 1;
            if (unheardInARow >= giveUpAfter)
            {
                stopped ??= new($"{unheardInARow} calls in a row got no reply", $"连续 {unheardInARow} 次调用没有得到回复");
            }
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
