using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>A silo, as an account's desk knows it.</summary>
internal sealed class Visitor
{
    private readonly Dictionary<long, (Lane Lane, Pass Pass, long Nth)> underWay = [];
    private Question? pending;
    private PaceLimits? limits;

    /// <summary>The latest exchange.</summary>
    public long Latest { get; private set; }

    /// <summary>When it was last heard of, a timestamp.</summary>
    public long HeardAt { get; private set; }

    /// <summary>Whether none of its calls is under way.</summary>
    public bool IsIdle => underWay.Count == 0;

    /// <summary>Takes note of an exchange; what waits for an earlier one waits no longer.</summary>
    /// <returns>Whether it is the latest.</returns>
    public bool Begin(long nth, long now)
    {
        HeardAt = now;
        if (nth <= Latest)
        {
            return false;
        }

        Latest = nth;
        // Closed before anything is heard, so that no call of it can be let in twice.
        pending?.Close();
        pending?.Ripen();
        pending = null;
        return true;
    }

    /// <summary>Takes note of what it says of the account's limits.</summary>
    /// <returns>Whether that is something new.</returns>
    public bool Hear(PaceLimits said)
    {
        var isNew = limits != said;
        limits = said;
        return isNew;
    }

    /// <summary>Waits for an answer, until a later exchange comes.</summary>
    public void Await(Question question) => pending = question;

    public bool Has(long number) => underWay.ContainsKey(number);

    public void Add(long number, Lane lane, Pass pass, long nth) => underWay.Add(number, (lane, pass, nth));

    /// <summary>Counts a call's end; one that is not known was counted already.</summary>
    public void End(EndedCall call)
    {
        if (!underWay.Remove(call.Number, out var known))
        {
            return;
        }

        switch (call.End)
        {
            case CallEnd.Replied:
                known.Lane.Leave(known.Pass, call.ToReply());
                break;
            case CallEnd.Failed:
                known.Lane.Leave(known.Pass, call.Fault!.ToException());
                break;
            case CallEnd.Abandoned:
                known.Lane.Abandon(known.Pass);
                break;
            case CallEnd.Unused:
                known.Lane.GiveBack(known.Pass);
                break;
        }
    }

    /// <summary>The answer to an exchange never came, so that nothing it granted was used.</summary>
    public void GiveBack(long nth)
    {
        foreach (var (number, _) in underWay.Where(call => call.Value.Nth == nth).ToList())
        {
            End(new EndedCall(number, CallEnd.Unused));
        }
    }

    /// <summary>Nothing is known any more of how its calls end.</summary>
    /// <param name="open">Exchanges whose answers are still on their way to it, with calls that it does not know of yet.</param>
    public void Forget(IReadOnlyList<long> open)
    {
        foreach (var (number, _) in underWay.Where(call => !open.Contains(call.Value.Nth)).ToList())
        {
            End(new EndedCall(number, CallEnd.Abandoned));
        }
    }
}
